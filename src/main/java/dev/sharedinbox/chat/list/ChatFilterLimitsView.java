package dev.sharedinbox.chat.list;

import dev.sharedinbox.filter.Catalogue;
import dev.sharedinbox.filter.text.FilterText;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("ChatFilterLimits")
@Description("How large a filter of chats may be.")
public record ChatFilterLimitsView(
        @Description("How many rules it may have.") int rules,
        @Description("How many groups it may have.") int groups,

        @Description("How many groups may stand within each other.")
        int depth,

        @Description("How many values a rule may have whose operator takes many.")
        int values,

        @Description("How many characters a value may have.")
        int valueLength,

        @Description("How many characters it may have as text.")
        int textLength) {

    static final ChatFilterLimitsView ALL = new ChatFilterLimitsView(
            Catalogue.MAX_RULES,
            Catalogue.MAX_RULES,
            Catalogue.MAX_DEPTH,
            Catalogue.MAX_VALUES,
            Catalogue.MAX_LENGTH,
            FilterText.MAX_LENGTH);
}
