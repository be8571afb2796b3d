/// Live counts of spaces. A [CountGroup] goes along with the list it counts and says when its count may be another
/// one; a [CountBoard] counts anew, several lists in one statement, each at most once in an interval. A [SpaceWatch]
/// looks out for what makes other spaces of them.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.realtime.count;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
