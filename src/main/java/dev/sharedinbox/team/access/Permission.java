package dev.sharedinbox.team.access;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;

/// What a role may do to the chats it can see. Seeing is not doing: see [AccessScope].
@Description("What a role may do to the chats it can see.")
public enum Permission {
    @Description("Send messages and retry failed ones.")
    CHAT_REPLY,
    @Description("Assign chats to users and teams.")
    CHAT_ASSIGN,
    @Description("Close and reopen chats.")
    CHAT_CLOSE,
    @Description("Put tags and attributes on chats, mark them read or unread.")
    CHAT_EDIT,
    @Description("Make, change and delete tags and chat attributes.")
    TAG_MANAGE,
    @Description("Block customers and unblock them.")
    CONTACT_BLOCK,
    @Description("Read the webhook ledger, manage numbers, roles and everything else of the workspace.")
    ADMINISTRATE;

    private static final Map<String, Permission> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Permission::name, Function.identity()));

    /// Read stored permissions. Those that only a newer version knows grant nothing here.
    public static Set<Permission> known(String[] names) {
        return Arrays.stream(names).map(BY_NAME::get).filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    }
}
