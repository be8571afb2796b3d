package dev.sharedinbox.chat.list;

import dev.sharedinbox.filter.Field;
import dev.sharedinbox.filter.FieldType;
import dev.sharedinbox.filter.FilterOperator;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("ChatFilterField")
@Description("Something chats can be filtered by.")
public record ChatFilterFieldView(
        @Description("What rules call it.") String name,
        @Description("What people call it.") String label,
        @Description("What it holds.") FieldType type,
        @Description("The operators it knows.") List<@NonNull FilterOperator> operators,

        @Description(
                "Values with names: all there are for an ENUM, else words such as ME and TODAY that stand for values.")
        List<@NonNull ChatFilterOptionView> options,

        @Nullable @Description("The query that lists the ids to choose from, such as users; null when there is none.")
        String lookup,

        @Nullable @Description("How many characters a key may have that rules put behind the name and a dot, as in"
                + " contactAttributes.order; null for fields without keys.")
        Integer longestKey) {

    static ChatFilterFieldView of(Field<?> field) {
        var options = field.options().stream()
                .map(option -> new ChatFilterOptionView(option.value(), option.label()))
                .toList();
        return new ChatFilterFieldView(
                field.name(),
                field.label(),
                field.type(),
                field.operators(),
                options,
                field.lookup(),
                field.longestKey());
    }
}
