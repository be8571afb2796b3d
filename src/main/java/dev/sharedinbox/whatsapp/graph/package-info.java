/// The way out to Meta: the Graph API's client, what its answers mean, the carrier that delivery asks to
/// send, and the source of files. Each answer is classified by Meta's error code, never by the HTTP status, unless
/// there is no code.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.whatsapp.graph;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
