/// Who is notified of what. Users say which chats they want to hear of; a [Notice] says of a change whom it may concern
/// and in which words. Notifications are kept nowhere: the live feed makes them of the change log as it tells it, so
/// that they come as surely as the changes do, and cost nothing for those who are not notified.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.notification;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
