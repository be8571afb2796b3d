package dev.sharedinbox.platform.graphql;

import graphql.GraphQL;
import io.quarkus.arc.Arc;
import io.smallrye.graphql.spi.EventingService;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// How SmallRye, which finds this class as a service, comes to our engine. It keeps the service for the life of the
/// JVM, also when a live reload has put all our other classes in place of those of before: so this one knows the bean
/// that it asks for by name only.
public final class EngineService implements EventingService {

    /// The bean that completes the engine: a `UnaryOperator<GraphQL.Builder>`.
    static final String BUILDER = "graphql-engine";

    @Override
    public @Nullable String getConfigKey() {
        return null;
    }

    @Override
    public GraphQL.Builder beforeGraphQLBuild(GraphQL.Builder builder) {
        return Arc.container()
                .<UnaryOperator<GraphQL.Builder>>instance(BUILDER)
                .get()
                .apply(builder);
    }
}
