/// Spaces: filters of the chat list saved under a label, for oneself or shared with users, teams, roles or everyone.
/// Each viewer arranges the spaces they see; a space never shows a chat that its viewer may not see anyway. The chat
/// list asks for them through [dev.sharedinbox.chat.list.SavedFilters].
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.space;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
