/// Everything that came in, byte for byte, and what became of each item.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.whatsapp.webhook.ledger;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
