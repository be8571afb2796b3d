/// What every test stands on: a fresh installation per JVM, sign-in for the seeded users, and drivers that read
/// like the product.
package dev.sharedinbox.testing;
