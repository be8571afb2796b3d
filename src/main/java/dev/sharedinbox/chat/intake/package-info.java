/// What comes in: messages, reactions, amendments, calls and statuses of many chats, written in one transaction per
/// batch, and the moves of contacts that prove to be one person. Everything here may be repeated and reordered and ends
/// in the same chats; the unique keys of the schema see to it.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.chat.intake;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
