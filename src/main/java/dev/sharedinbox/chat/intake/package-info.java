/// What comes in: messages, reactions and statuses of many chats, written in one transaction per batch. Everything here
/// may be repeated and reordered and ends in the same chats; the unique keys of the schema see to it.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.chat.intake;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
