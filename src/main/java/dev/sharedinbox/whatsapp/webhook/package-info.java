/// The way in: Meta's webhooks are checked by signature, read item by item into the house's words, and written in
/// batches. A request is answered 200 only after the commit that holds it; what cannot be read is kept in the ledger
/// with its reason and never stops its neighbours.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.whatsapp.webhook;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
