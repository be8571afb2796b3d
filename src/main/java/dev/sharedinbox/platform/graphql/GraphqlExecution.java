package dev.sharedinbox.platform.graphql;

import dev.sharedinbox.platform.failure.ErrorCode;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import graphql.parser.exceptions.ParseCancelledException;
import graphql.parser.exceptions.ParseCancelledTooDeepException;
import graphql.parser.exceptions.ParseCancelledTooManyCharsException;
import graphql.schema.GraphQLSchema;
import io.quarkus.arc.Unremovable;
import io.smallrye.graphql.execution.ExecutionResponse;
import io.smallrye.graphql.execution.ExecutionResponseWriter;
import io.smallrye.graphql.execution.ExecutionService;
import io.smallrye.graphql.schema.model.Schema;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import mutiny.zero.flow.adapters.AdaptersToFlow;
import mutiny.zero.flow.adapters.AdaptersToReactiveStreams;
import org.reactivestreams.Publisher;

/// SmallRye's execution with its answers looked over once more: no error leaves without our code. It is the one place
/// that all answers pass, those to syntax errors included, which never reach the engine.
@Singleton
@Alternative
@Priority(1)
@Unremovable
class GraphqlExecution extends ExecutionService {

    private static final String UNPARSEABLE = "Unparseable input document";

    GraphqlExecution(GraphQLSchema schema, Schema model) {
        super(schema, model);
    }

    @Override
    public void execute(
            JsonObject request, Map<String, Object> context, ExecutionResponseWriter writer, boolean async) {
        @SuppressWarnings("unchecked")
        var headers = (Map<String, List<String>>) context.get("httpHeaders");
        var requestId = GraphqlFailures.requestId(headers);
        super.execute(request, context, new CodedWriter(writer, request, requestId), async);
    }

    private record CodedWriter(ExecutionResponseWriter writer, JsonObject request, String requestId)
            implements ExecutionResponseWriter {

        @Override
        public void write(ExecutionResponse response) {
            var result = response.getExecutionResult();
            writer.write(
                    result.getData() instanceof Publisher<?> items
                            ? new ExecutionResponse(result.transform(builder -> builder.data(coded(items))))
                            : coded(response));
        }

        @Override
        public void fail(Throwable thrown) {
            writer.fail(thrown);
        }

        /// A subscription's items are answers of their own.
        private Publisher<Object> coded(Publisher<?> items) {
            return AdaptersToReactiveStreams.publisher(Multi.createFrom()
                    .publisher(AdaptersToFlow.publisher(items))
                    .map(item -> item instanceof ExecutionResult result
                                    && !result.getErrors().isEmpty()
                            ? coded(result)
                            : item));
        }

        private ExecutionResponse coded(ExecutionResponse response) {
            var result = response.getExecutionResult();
            return result.getErrors().isEmpty() ? new JsonAnswer(result) : new ExecutionResponse(coded(result));
        }

        private ExecutionResult coded(ExecutionResult result) {
            var errors = result.getErrors().stream()
                    .map(error -> UNPARSEABLE.equals(error.getMessage()) ? syntaxError(error) : error)
                    .map(error -> GraphqlFailures.coded(error, requestId))
                    .toList();
            return result.transform(builder -> builder.errors(errors));
        }

        /// SmallRye does not say what it could not parse, or where.
        private GraphQLError syntaxError(GraphQLError unexplained) {
            try {
                var _ = Parser.parse(ParserEnvironment.newParserEnvironment()
                        .document(request.getString("query"))
                        .parserOptions(ParserOptions.getDefaultOperationParserOptions())
                        .build());
                return unexplained;
            } catch (ParseCancelledException | ParseCancelledTooDeepException | ParseCancelledTooManyCharsException _) {
                return GraphqlErrorBuilder.newError()
                        .message("The query is too long.")
                        .extensions(Map.of("code", ErrorCode.QUERY_TOO_COMPLEX.name()))
                        .build();
            } catch (InvalidSyntaxException e) {
                return e.toInvalidSyntaxError();
            }
        }
    }
}
