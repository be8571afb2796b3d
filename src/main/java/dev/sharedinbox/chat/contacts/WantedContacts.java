package dev.sharedinbox.chat.contacts;

import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.team.access.Viewer;
import java.util.Optional;

/// A page of customers that somebody asks for.
///
/// @param viewer who; every statement holds what they may see
/// @param search which customers
/// @param from where the page begins
/// @param size how many
record WantedContacts(Viewer viewer, Condition<ChatFacts> search, Optional<ContactPlace> from, int size) {}
