/// Everything Meta-shaped. This package holds what both ways share, `webhook` is the way in and `graph` the way
/// out; the two do not know each other, and no other room knows any of them.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.whatsapp;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
