/// What comes in on the carrier's side, in the words of the house.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.chat.intake.incoming;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
