package dev.sharedinbox.chat.list;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("ChatFilterOption")
@Description("A value with a name.")
public record ChatFilterOptionView(
        @Description("What a rule says.") String value,
        @Description("What people read.") String label) {}
