/// What every reader needs of a body: its values by name, times and texts with their limits, and the items it is made
/// of.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.whatsapp.webhook.body;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
