package dev.sharedinbox.platform;

import graphql.GraphQL;
import graphql.execution.SubscriptionExecutionStrategy;
import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.parser.ParserOptions;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.spi.EventingService;
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
                .subscriptionExecutionStrategy(new SubscriptionExecutionStrategy(new GraphqlFailures()));
        var limits = Arc.container().select(QueryLimits.class).get();
        var existing = failing.build().getInstrumentation();
        return failing.instrumentation(new ChainedInstrumentation(limits, existing));
    }
}
