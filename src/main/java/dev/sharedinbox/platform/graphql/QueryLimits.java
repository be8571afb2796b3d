package dev.sharedinbox.platform.graphql;

import dev.sharedinbox.platform.failure.ErrorCode;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/// Refuses operations that ask for too much before any of their fields runs.
@Singleton
class QueryLimits {

    private final GraphqlConfig config;

    QueryLimits(GraphqlConfig config) {
        this.config = config;
    }

    /// Refuse an operation that is too large; it fails with `QUERY_TOO_COMPLEX`.
    void check(ExecutionContext context) {
        var operation = context.getOperationDefinition();
        var cost = QueryCost.of(
                operation, context.getDocument(), context.getCoercedVariables().toMap());
        check("deep", cost.depth(), config.maxDepth());
        check("costly, counting every field of every item a page may hold,", cost.fields(), config.maxCost());
        check("full of aliases", cost.aliases(), config.maxAliases());
        check("wide at the top", operation.getSelectionSet().getSelections().size(), config.maxRootFields());
    }

    private static void check(String excess, long asked, int allowed) {
        if (asked > allowed) {
            throw new AbortExecutionException(List.of(GraphqlErrorBuilder.newError()
                    .message("The query is too " + excess + ": " + asked + " instead of at most " + allowed + ".")
                    .extensions(Map.of("code", ErrorCode.QUERY_TOO_COMPLEX.name()))
                    .build()));
        }
    }
}
