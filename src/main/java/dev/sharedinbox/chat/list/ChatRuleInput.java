package dev.sharedinbox.chat.list;

import dev.sharedinbox.filter.Filter;
import dev.sharedinbox.filter.FilterOperator;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ChatRuleInput")
@Description("A comparison of one field. chatFilterFields lists the fields and their operators.")
public record ChatRuleInput(
        @Description("The field's name, such as status.") String field,
        @Description("How to compare.") FilterOperator operator,

        @Nullable @Description("What to compare with, as text; as many values as the operator takes.")
        List<@NonNull String> values) {

    Filter.Rule toRule() {
        return new Filter.Rule(field, operator, values == null ? List.of() : values);
    }
}
