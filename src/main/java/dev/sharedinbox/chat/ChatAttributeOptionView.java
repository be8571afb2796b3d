package dev.sharedinbox.chat;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("ChatAttributeOption")
@Description("A value that an ENUM or MULTI_ENUM attribute may have.")
public record ChatAttributeOptionView(
        @Description("What programs call it; never changes.")
        String key,

        @Description("What people read.") String label,

        @Description("Whether it can no longer be chosen; chats that have it keep it.")
        boolean retired) {}
