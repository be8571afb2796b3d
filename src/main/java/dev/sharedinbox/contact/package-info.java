/// The customers and the ways to recognise them: WhatsApp id and business-scoped user id. A phone number may be
/// unknown.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.contact;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
