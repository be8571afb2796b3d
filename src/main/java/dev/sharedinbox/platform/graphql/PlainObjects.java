package dev.sharedinbox.platform.graphql;

import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.schema.CoercingSerializeException;
import graphql.schema.GraphQLObjectType;
import java.util.Optional;

/// Completes objects of which nothing but plain fields are selected, at any depth, by reading them off in one go. The
/// engine's own way describes the place of every field of every row anew, which is most of the work of a page. What is
/// not plain, and whatever goes wrong, is left to it.
final class PlainObjects extends AsyncExecutionStrategy {

    PlainObjects(DataFetcherExceptionHandler failures) {
        super(failures);
    }

    @Override
    protected Object completeValueForObject(
            ExecutionContext context, ExecutionStrategyParameters parameters, GraphQLObjectType type, Object result) {
        return PlainShapes.of(context)
                .shape(parameters.getField(), type)
                .flatMap(shape -> read(shape, result))
                .orElseGet(() -> super.completeValueForObject(context, parameters, type, result));
    }

    private static Optional<Object> read(PlainShape shape, Object value) {
        try {
            return Optional.of(shape.read(value));
        } catch (PlainShape.NotPlain | CoercingSerializeException _) {
            return Optional.empty();
        }
    }
}
