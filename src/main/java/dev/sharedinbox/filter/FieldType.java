package dev.sharedinbox.filter;

import static dev.sharedinbox.filter.FilterOperator.ALL_OF;
import static dev.sharedinbox.filter.FilterOperator.ANY_OF;
import static dev.sharedinbox.filter.FilterOperator.BETWEEN;
import static dev.sharedinbox.filter.FilterOperator.CONTAINS;
import static dev.sharedinbox.filter.FilterOperator.ENDS_WITH;
import static dev.sharedinbox.filter.FilterOperator.EQ;
import static dev.sharedinbox.filter.FilterOperator.GT;
import static dev.sharedinbox.filter.FilterOperator.GTE;
import static dev.sharedinbox.filter.FilterOperator.IN;
import static dev.sharedinbox.filter.FilterOperator.IS_EMPTY;
import static dev.sharedinbox.filter.FilterOperator.IS_NOT_EMPTY;
import static dev.sharedinbox.filter.FilterOperator.LT;
import static dev.sharedinbox.filter.FilterOperator.LTE;
import static dev.sharedinbox.filter.FilterOperator.NE;
import static dev.sharedinbox.filter.FilterOperator.NONE_OF;
import static dev.sharedinbox.filter.FilterOperator.NOT_CONTAINS;
import static dev.sharedinbox.filter.FilterOperator.NOT_IN;
import static dev.sharedinbox.filter.FilterOperator.OLDER_THAN;
import static dev.sharedinbox.filter.FilterOperator.ON;
import static dev.sharedinbox.filter.FilterOperator.STARTS_WITH;
import static dev.sharedinbox.filter.FilterOperator.WITHIN_LAST;
import static dev.sharedinbox.filter.FilterOperator.WITHIN_NEXT;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;

/// What a field holds, which decides the operators it knows and the form of its values.
@Description("What a field holds, which decides the form of its values.")
public enum FieldType {
    @Description("One of a few words, which the field's options list.")
    ENUM,
    @Description("Any number of a few words, which the field's options list.")
    ENUM_SET,
    @Description("The id of something.")
    ID,
    @Description("Any number of tags, each by its id or its name.")
    TAGS,
    @Description("Text. Upper and lower case are the same.")
    TEXT,
    @Description("A number, such as 3 or 2.50.")
    NUMBER,
    @Description(
            "A moment such as 2026-01-31T09:30:00Z, or a whole day such as 2026-01-31 or TODAY where the viewer is.")
    TIMESTAMP,
    @Description("The words true and false.")
    BOOLEAN;

    List<FilterOperator> operators(boolean canBeEmpty) {
        return canBeEmpty
                ? Stream.concat(operators().stream(), Stream.of(IS_EMPTY, IS_NOT_EMPTY))
                        .toList()
                : operators();
    }

    private List<FilterOperator> operators() {
        return switch (this) {
            case ENUM, ID -> List.of(EQ, NE, IN, NOT_IN);
            case TAGS, ENUM_SET -> List.of(ANY_OF, ALL_OF, NONE_OF);
            case TEXT -> List.of(EQ, NE, IN, NOT_IN, CONTAINS, NOT_CONTAINS, STARTS_WITH, ENDS_WITH);
            case NUMBER -> List.of(EQ, NE, IN, NOT_IN, GT, GTE, LT, LTE, BETWEEN);
            case TIMESTAMP -> List.of(ON, GT, GTE, LT, LTE, BETWEEN, WITHIN_LAST, OLDER_THAN, WITHIN_NEXT);
            case BOOLEAN -> List.of(EQ, NE);
        };
    }
}
