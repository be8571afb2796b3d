package dev.sharedinbox.platform.graphql;

import graphql.TrivialDataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.smallrye.graphql.execution.datafetcher.PlugableBatchableDataFetcher;
import io.smallrye.graphql.execution.datafetcher.PlugableDataFetcher;
import io.smallrye.graphql.schema.model.Field;
import io.smallrye.graphql.schema.model.Operation;
import io.smallrye.graphql.schema.model.Reference;
import io.smallrye.graphql.schema.model.ReferenceType;
import io.smallrye.graphql.schema.model.Type;
import io.smallrye.graphql.spi.DataFetcherService;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the plain fields of our views: a record's component and nothing more. SmallRye, which finds this class
/// as a service, would describe the whole selection anew for each field of each row: more than a third of the
/// work of a page. Fields that need more than reading are left to it. Operations go without that description, too.
public final class PlainFetchers implements DataFetcherService {

    private static final Set<String> READ_AS_THEY_ARE = Set.of(Instant.class.getName(), int.class.getName());

    /// Asked before the extension's own, which has priority 1.
    @Override
    public Integer getPriority() {
        return 0;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public PlugableBatchableDataFetcher getUniDataFetcher(Operation operation, Type type) {
        return new PlainOperation<>(operation, type);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public @Nullable PlugableDataFetcher getFieldDataFetcher(Field field, Type type, Reference owner) {
        return field.getMethodName() == null || isAdapted(field) || isTransformed(field)
                ? null
                : new PlainField(accessor(field, owner));
    }

    private static boolean isAdapted(Field field) {
        return field.isAdaptingWith()
                || field.isAdaptingTo()
                || field.getReference().isAdaptingWith()
                || field.getReference().isAdaptingTo()
                || field.hasTransformation()
                || (field.hasWrapper() && !field.getWrapper().isCollection());
    }

    /// A time is written as [Instant#toString] does, in GraphQL as everywhere else.
    private static boolean isTransformed(Field field) {
        var reference = field.getReference();
        return reference.getType() == ReferenceType.SCALAR
                && !reference.getClassName().equals(reference.getGraphQLClassName())
                && !READ_AS_THEY_ARE.contains(reference.getClassName());
    }

    private static Method accessor(Field field, Reference owner) {
        try {
            return Thread.currentThread()
                    .getContextClassLoader()
                    .loadClass(owner.getClassName())
                    .getMethod(field.getMethodName());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Every field of the schema has its method", e);
        }
    }

    /// A component of a record.
    record PlainField(Method accessor) implements PlugableDataFetcher<Object>, TrivialDataFetcher<Object> {

        @Override
        public @Nullable Object get(DataFetchingEnvironment environment) {
            return read(Objects.requireNonNull(environment.<Object>getSource()));
        }

        @Nullable Object read(Object owner) {
            try {
                var value = accessor.invoke(owner);
                return value instanceof Instant time ? time.toString() : value;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("A record's component can be read", e);
            }
        }
    }
}
