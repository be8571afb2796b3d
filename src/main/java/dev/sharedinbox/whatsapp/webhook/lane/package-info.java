/// The bounded way of deliveries into the database: what waits, in batches, with its metrics and its health.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.whatsapp.webhook.lane;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
