package dev.sharedinbox.chat.list;

import dev.sharedinbox.filter.Filter;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("ChatFilter")
@Description("Which chats to show, as ChatFilterInput takes it: exactly one of all, any and rule is not null.")
public record ChatFilterView(
        @Nullable @Description("Chats for which every part holds.")
        List<@NonNull ChatFilterView> all,

        @Nullable @Description("Chats for which at least one part holds.")
        List<@NonNull ChatFilterView> any,

        @Nullable @Description("One comparison.") ChatRuleView rule) {

    public static ChatFilterView of(Filter filter) {
        return switch (filter) {
            case Filter.All(var parts) -> new ChatFilterView(parts(parts), null, null);
            case Filter.Any(var parts) -> new ChatFilterView(null, parts(parts), null);
            case Filter.Rule(var field, var operator, var values) ->
                new ChatFilterView(null, null, new ChatRuleView(field, operator, values));
        };
    }

    private static List<ChatFilterView> parts(List<Filter> parts) {
        return parts.stream().map(ChatFilterView::of).toList();
    }
}
