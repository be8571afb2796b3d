/// Who is asking: from the token of a request to the viewer that it stands for.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.team.signin;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
