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
import io.quarkus.arc.Arc;
import io.smallrye.graphql.spi.EventingService;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Builds our failures and limits into SmallRye's GraphQL engine, which finds this class as a service.
public final class GraphqlEngine implements EventingService {

    @Override
    public @Nullable String getConfigKey() {
        return null;
    }

    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
        var maxTokens = Arc.container().select(GraphqlConfig.class).get().maxTokens();
        ParserOptions.setDefaultOperationParserOptions(
                ParserOptions.getDefaultOperationParserOptions().transform(options -> options.maxTokens(maxTokens)));
        var failing = builder.defaultDataFetcherExceptionHandler(new GraphqlFailures())
                .queryExecutionStrategy(new PlainObjects(new GraphqlFailures()))
                .subscriptionExecutionStrategy(new SubscriptionExecutionStrategy(new GraphqlFailures()));
        var limits = Arc.container().select(QueryLimits.class).get();
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
