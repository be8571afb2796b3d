package dev.sharedinbox.platform.graphql;

import graphql.Scalars;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.DataFetchingFieldSelectionSetImpl;
import graphql.schema.DelegatingDataFetchingEnvironment;
import io.quarkus.smallrye.graphql.runtime.spi.datafetcher.QuarkusUniDataFetcher;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Type;

/// An operation that does not know which fields of its result are selected. None of ours asks, and describing them took
/// as long as everything else that is done for a page in the engine.
final class PlainOperation<K, T> extends QuarkusUniDataFetcher<K, T> {

    PlainOperation(Operation operation, Type type) {
        super(operation, type);
    }

    @Override
    public T get(DataFetchingEnvironment environment) throws Exception {
        return super.get(new WithoutSelection(environment));
    }

    private static final class WithoutSelection extends DelegatingDataFetchingEnvironment {

        WithoutSelection(DataFetchingEnvironment environment) {
            super(environment);
        }

        @Override
        public DataFetchingFieldSelectionSet getSelectionSet() {
            return DataFetchingFieldSelectionSetImpl.newCollector(
                    getGraphQLSchema(), Scalars.GraphQLString, () -> null);
        }
    }
}
