package dev.sharedinbox.platform.graphql;

import static java.util.Objects.requireNonNullElse;

import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.Failure;
import dev.sharedinbox.platform.failure.RequestIds;
import graphql.ErrorType;
import graphql.ExceptionWhileDataFetching;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import io.quarkus.logging.Log;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/// Gives every GraphQL error the extensions `code`, `requestId` and `retryable`, and `path` when an input is at fault.
final class GraphqlFailures implements DataFetcherExceptionHandler {

    private static final String REQUEST_ID = "requestId";

    /// Answers what a field threw.
    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters thrown) {
        var environment = thrown.getDataFetchingEnvironment();
        var requestId = requestId(environment.getGraphQlContext().get("httpHeaders"));
        var failure = Failure.logged(thrown.getException(), requestId);
        var error = GraphqlErrorBuilder.newError(environment)
                .message("%s", failure.message())
                .extensions(extensions(failure, requestId))
                .build();
        return CompletableFuture.completedFuture(
                DataFetcherExceptionHandlerResult.newResult(error).build());
    }

    /// Answers what the engine itself found wrong, such as an unknown field or a result that must not be null.
    static GraphQLError coded(GraphQLError error, String requestId) {
        var extensions = requireNonNullElse(error.getExtensions(), Map.<String, Object>of());
        if (extensions.containsKey(REQUEST_ID)) {
            return error;
        }
        var failure = failure(error, extensions);
        if (failure.code() == ErrorCode.INTERNAL) {
            Log.errorf("Request %s failed at %s: %s", requestId, error.getPath(), error.getMessage());
        }
        return GraphqlErrorBuilder.newError()
                .message("%s", failure.message())
                .path(error.getPath())
                .locations(requireNonNullElse(error.getLocations(), List.of()))
                .errorType(error.getErrorType())
                .extensions(extensions(failure, requestId))
                .build();
    }

    /// The request's id among its headers, as SmallRye hands them on.
    static String requestId(@Nullable Map<String, List<String>> headers) {
        return requireNonNullElse(headers, Map.<String, List<String>>of()).entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(RequestIds.HEADER))
                .flatMap(header -> header.getValue().stream())
                .findFirst()
                .orElse("");
    }

    private static Failure failure(GraphQLError error, Map<String, Object> extensions) {
        if (extensions.get("code") instanceof String code) {
            return Failure.of(ErrorCode.valueOf(code), error.getMessage());
        }
        if (error instanceof ExceptionWhileDataFetching thrown) {
            return Failure.of(thrown.getException());
        }
        var isOfField = error.getPath() != null && error.getErrorType() != ErrorType.ValidationError;
        return isOfField
                ? Failure.of(new IllegalStateException(error.getMessage()))
                : Failure.of(ErrorCode.INVALID_INPUT, error.getMessage());
    }

    private static Map<String, Object> extensions(Failure failure, String requestId) {
        var extensions = new LinkedHashMap<String, Object>();
        extensions.put("code", failure.code().name());
        extensions.put(REQUEST_ID, requestId);
        extensions.put("retryable", failure.code().retryable());
        if (!failure.path().isEmpty()) {
            extensions.put("path", failure.path());
        }
        return extensions;
    }
}
