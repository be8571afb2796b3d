/// Tests of the packaged production build, from outside: it is started, killed and cut off from its database like in
/// real life.
@NullMarked
package dev.sharedinbox.packaged;

import org.jspecify.annotations.NullMarked;
