package dev.sharedinbox.chat.list.tally;

import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.team.access.AccessScope;

/// A list to be counted.
///
/// @param scope which chats whoever asks may see
/// @param condition which of those are in it
public record CountedList(AccessScope scope, Condition<ChatFacts> condition) {}
