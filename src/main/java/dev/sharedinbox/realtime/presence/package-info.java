/// Who is typing and who is looking at which chat. All of it is true for seconds only: it is kept in memory,
/// carried between nodes as signals, and ends by itself when nobody renews it. None of it is in the change log
/// or has a cursor.
///
/// Customers are not among them: WhatsApp lets a business show that it is typing, but has no webhook for a
/// customer who does.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.realtime.presence;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
