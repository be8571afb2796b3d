package dev.sharedinbox.space.count;

import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.filter.condition.Condition;
import java.util.Optional;
import java.util.UUID;

/// A space whose chats a viewer wants counted.
///
/// @param condition which chats, bound to the viewer; empty while its filter names what is no longer there
public record CountedSpace(UUID id, Optional<Condition<ChatFacts>> condition) {}
