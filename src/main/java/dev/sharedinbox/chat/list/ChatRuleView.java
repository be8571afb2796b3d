package dev.sharedinbox.chat.list;

import dev.sharedinbox.filter.FilterOperator;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("ChatRule")
@Description("A comparison of one field.")
public record ChatRuleView(
        @Description("The field's name, such as status.") String field,
        @Description("How to compare.") FilterOperator operator,

        @Description("What to compare with, as text; words such as ME stand for the viewer's own.")
        List<@NonNull String> values) {}
