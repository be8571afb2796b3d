package dev.sharedinbox.platform.graphql;

import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.SubscriptionExecutionStrategy;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationCreateStateParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.parser.ParserOptions;
import graphql.validation.ValidationError;
import io.quarkus.arc.Unremovable;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Builds our failures and limits into SmallRye's GraphQL engine; [EngineService] brings it there.
@Singleton
@Unremovable
@Named(EngineService.BUILDER)
class GraphqlEngine implements UnaryOperator<GraphQL.Builder> {

    private final QueryLimits limits;
    private final int maxTokens;

    GraphqlEngine(QueryLimits limits, GraphqlConfig config) {
        this.limits = limits;
        this.maxTokens = config.maxTokens();
    }

    @Override
    public GraphQL.Builder apply(GraphQL.Builder builder) {
        ParserOptions.setDefaultOperationParserOptions(
                ParserOptions.getDefaultOperationParserOptions().transform(options -> options.maxTokens(maxTokens)));
        var failing = builder.defaultDataFetcherExceptionHandler(new GraphqlFailures())
                .queryExecutionStrategy(new PlainObjects(new GraphqlFailures()))
                .subscriptionExecutionStrategy(new SubscriptionExecutionStrategy(new GraphqlFailures()));
        var existing = failing.build().getInstrumentation();
        return failing.instrumentation(new LimitedExecution(limits, existing));
    }

    /// SmallRye's keeper of checked queries, which watches validations, and our limits on operations. A chain
    /// of the two would call both for every field of every row, for nothing.
    private static final class LimitedExecution extends SimplePerformantInstrumentation {

        private final QueryLimits limits;
        private final Instrumentation keeper;

        LimitedExecution(QueryLimits limits, Instrumentation keeper) {
            this.limits = limits;
            this.keeper = keeper;
        }

        @Override
        public @Nullable CompletableFuture<InstrumentationState> createStateAsync(
                InstrumentationCreateStateParameters parameters) {
            return keeper.createStateAsync(parameters);
        }

        @Override
        public @Nullable InstrumentationContext<List<ValidationError>> beginValidation(
                InstrumentationValidationParameters parameters, InstrumentationState state) {
            return keeper.beginValidation(parameters, state);
        }

        @Override
        public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
                InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
            limits.check(parameters.getExecutionContext());
            return super.beginExecuteOperation(parameters, state);
        }
    }
}
