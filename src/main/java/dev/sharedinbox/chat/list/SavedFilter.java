package dev.sharedinbox.chat.list;

import dev.sharedinbox.chat.list.way.ChatSort;
import java.util.UUID;

/// A filter that was saved, with the order it was saved for. It widens nobody's view: like any other it is asked
/// beside the viewer's scope.
///
/// @param id the space that holds it
/// @param query which chats, as written; it speaks of whoever uses it
/// @param sort their order, unless the client wants another one
public record SavedFilter(UUID id, ChatQuery query, ChatSort sort) {}
