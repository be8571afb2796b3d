package dev.sharedinbox.chat.contacts;

import dev.sharedinbox.chat.list.way.ListPlace;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Some chats of a customer, the newest activity first.
///
/// @param contactId the customer
/// @param size how many at most
/// @param after the place not included any more; null at the beginning
record Timeline(UUID contactId, int size, @Nullable ListPlace after) {}
