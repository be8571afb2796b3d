package dev.sharedinbox.chat.list;

import org.eclipse.microprofile.graphql.Description;

/// In which order chats are listed.
@Description("In which order chats are listed.")
public enum ChatSort {
    @Description("The chat in which something was written last comes first.")
    LAST_ACTIVITY
}
