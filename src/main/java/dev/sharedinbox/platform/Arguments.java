package dev.sharedinbox.platform;

import io.smallrye.graphql.api.Context;
import java.util.Map;

/// What a GraphQL client really wrote. A field of an input that was left out and one that is null look the same
/// in a record, but can mean different things.
public final class Arguments {

    private Arguments() {}

    /// Whether the mutation's `input` has this field, be it null.
    public static boolean isGiven(Context context, String field) {
        return context.getArgument("input") instanceof Map<?, ?> input && input.containsKey(field);
    }
}
