package dev.sharedinbox.platform.graphql;

import graphql.execution.ExecutionContext;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.introspection.Introspection;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Finds out what of an operation is plain: selected fields that a record just holds, and nothing else below them. It
/// is found out once per execution, whose fragments and variables decide what is selected.
final class PlainShapes {

    private final ExecutionContext context;
    private final FieldCollector collector = new FieldCollector();
    private final Map<Selected, Optional<PlainShape>> made = new ConcurrentHashMap<>();

    private PlainShapes(ExecutionContext context) {
        this.context = context;
    }

    /// What is selected of an object.
    private record Selected(MergedField field, String type) {}

    static PlainShapes of(ExecutionContext context) {
        return context.getGraphQLContext().computeIfAbsent(PlainShapes.class, _ -> new PlainShapes(context));
    }

    /// The shape of what a field selects of an object; empty when it is not plain.
    Optional<PlainShape> shape(MergedField field, GraphQLObjectType type) {
        var selected = new Selected(field, type.getName());
        var known = made.get(selected);
        if (known == null) {
            known = fields(field, type);
            made.put(selected, known);
        }
        return known;
    }

    private Optional<PlainShape> fields(MergedField field, GraphQLObjectType type) {
        var parameters = FieldCollectorParameters.newParameters()
                .schema(context.getGraphQLSchema())
                .objectType(type)
                .fragments(context.getFragmentsByName())
                .variables(context.getCoercedVariables().toMap())
                .graphQLContext(context.getGraphQLContext())
                .build();
        var parts = new ArrayList<PlainShape.Part>();
        for (var selected : collector.collectFields(parameters, field).getSubFieldsList()) {
            var part = part(selected, type);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            parts.add(part.get());
        }
        return Optional.of(new PlainShape.Fields(parts));
    }

    private Optional<PlainShape.Part> part(MergedField field, GraphQLObjectType owner) {
        return field.getName().equals(Introspection.TypeNameMetaFieldDef.getName())
                ? part(field, Introspection.TypeNameMetaFieldDef, _ -> owner.getName())
                : Optional.ofNullable(owner.getFieldDefinition(field.getName()))
                        .flatMap(definition ->
                                plain(owner, definition).flatMap(source -> part(field, definition, source)));
    }

    private Optional<PlainShape.Source> plain(GraphQLObjectType owner, GraphQLFieldDefinition definition) {
        return context.getGraphQLSchema().getCodeRegistry().getDataFetcher(owner, definition)
                        instanceof PlainFetchers.PlainField plain
                ? Optional.of(plain::read)
                : Optional.empty();
    }

    private Optional<PlainShape.Part> part(
            MergedField field, GraphQLFieldDefinition definition, PlainShape.Source source) {
        var type = definition.getType();
        return shape(field, type)
                .map(shape ->
                        new PlainShape.Part(field.getResultKey(), source, shape, GraphQLTypeUtil.isNonNull(type)));
    }

    private Optional<PlainShape> shape(MergedField field, GraphQLType type) {
        return switch (GraphQLTypeUtil.unwrapNonNull(type)) {
            case GraphQLObjectType object -> shape(field, object);
            case GraphQLList list ->
                shape(field, list.getWrappedType())
                        .map(item -> new PlainShape.Items(item, GraphQLTypeUtil.isNonNull(list.getWrappedType())));
            case GraphQLScalarType scalar -> Optional.of(new PlainShape.Leaf(writer(scalar)));
            case GraphQLEnumType word ->
                Optional.of(new PlainShape.Leaf(
                        value -> word.serialize(value, context.getGraphQLContext(), context.getLocale())));
            default -> Optional.empty();
        };
    }

    private PlainShape.Writer writer(GraphQLScalarType scalar) {
        var coercing = scalar.getCoercing();
        return value -> coercing.serialize(value, context.getGraphQLContext(), context.getLocale());
    }
}
