/// What administrators do with the ledger: look, replay, and what keeps it from growing for ever.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.whatsapp.webhook.admin;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
