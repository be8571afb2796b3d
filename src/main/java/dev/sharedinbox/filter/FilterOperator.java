package dev.sharedinbox.filter;

import org.eclipse.microprofile.graphql.Description;

/// How a rule compares a field with its values. Operators that say "not" also hold for what is empty.
@Description("How a rule compares a field with its values. Operators that say \"not\" also hold for what is empty.")
public enum FilterOperator {
    @Description("Is the value.")
    EQ(Arity.ONE),
    @Description("Is not the value, or is empty.")
    NE(Arity.ONE),
    @Description("Is one of the values.")
    IN(Arity.MANY),
    @Description("Is none of the values, or is empty.")
    NOT_IN(Arity.MANY),
    @Description("Has at least one of the values.")
    ANY_OF(Arity.MANY),
    @Description("Has all of the values.")
    ALL_OF(Arity.MANY),
    @Description("Has none of the values, or none at all.")
    NONE_OF(Arity.MANY),
    @Description("Has the value somewhere in its text, in upper or lower case.")
    CONTAINS(Arity.ONE),
    @Description("Has the value nowhere in its text, or is empty.")
    NOT_CONTAINS(Arity.ONE),
    @Description("Begins with the value, in upper or lower case.")
    STARTS_WITH(Arity.ONE),
    @Description("Ends with the value, in upper or lower case.")
    ENDS_WITH(Arity.ONE),
    @Description("Is greater than the value, or after it.")
    GT(Arity.ONE),
    @Description("Is greater than the value or equal, or not before it.")
    GTE(Arity.ONE),
    @Description("Is less than the value, or before it.")
    LT(Arity.ONE),
    @Description("Is less than the value or equal, or not after it.")
    LTE(Arity.ONE),
    @Description("Lies between two values, both included.")
    BETWEEN(Arity.TWO),
    @Description("Lies on a day, such as 2026-01-31 or TODAY, where the viewer is.")
    ON(Arity.ONE),
    @Description("Lies in the past, at most this long ago, such as 30m, 24h, 7d or P7D.")
    WITHIN_LAST(Arity.ONE),
    @Description("Lies further back than this, such as 30m, 24h, 7d or P7D.")
    OLDER_THAN(Arity.ONE),
    @Description("Lies in the future, at most this far ahead, such as 30m, 24h, 7d or P7D.")
    WITHIN_NEXT(Arity.ONE),
    @Description("Has no value.")
    IS_EMPTY(Arity.NONE),
    @Description("Has a value.")
    IS_NOT_EMPTY(Arity.NONE);

    private final Arity arity;

    FilterOperator(Arity arity) {
        this.arity = arity;
    }

    /// How many values it takes.
    public Arity arity() {
        return arity;
    }

    /// How many values an operator takes.
    public enum Arity {
        NONE(0, 0, "no values"),
        ONE(1, 1, "exactly one value"),
        TWO(2, 2, "exactly two values"),
        MANY(1, Catalogue.MAX_VALUES, "between 1 and " + Catalogue.MAX_VALUES + " values");

        private final int min;
        private final int max;
        private final String words;

        Arity(int min, int max, String words) {
            this.min = min;
            this.max = max;
            this.words = words;
        }

        boolean fits(int values) {
            return values >= min && values <= max;
        }

        String words() {
            return words;
        }
    }
}
