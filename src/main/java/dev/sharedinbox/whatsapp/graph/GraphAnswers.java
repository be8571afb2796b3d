package dev.sharedinbox.whatsapp.graph;

import dev.sharedinbox.delivery.Failure;
import dev.sharedinbox.delivery.Outcome;
import dev.sharedinbox.delivery.Outcome.Accepted;
import dev.sharedinbox.delivery.Outcome.RetryLater;
import dev.sharedinbox.delivery.Outcome.Unknown;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

/// What an answer of the Graph API means for the message, or the lack of one.
@ApplicationScoped
class GraphAnswers {

    private static final String CHECK_FIRST = "It may have been sent. Check before sending again.";
    private static final String AGAIN = "WhatsApp could not be reached. Send it again.";

    private final Clock clock;
    private final GraphErrors errors;

    GraphAnswers(Clock clock, GraphErrors errors) {
        this.clock = clock;
        this.errors = errors;
    }

    /// A 200 without a message's id says nothing: the message may have gone out.
    Outcome ofBody(String body) {
        return json(body)
                .flatMap(GraphAnswers::messageId)
                .<Outcome>map(Accepted::new)
                .orElseGet(() -> unreadable(200));
    }

    /// Whatever fails before a connection stands has sent nothing; nobody can say that of anything later.
    Outcome ofFailure(Throwable failure) {
        if (failure instanceof WebApplicationException answer) {
            return ofRefusal(
                    answer.getResponse().getStatus(), answer.getResponse().readEntity(String.class));
        }
        return isBeforeSending(failure)
                ? new RetryLater(
                        new Failure("NOT_REACHED", "WhatsApp is out of reach", null, AGAIN, true), clock.instant())
                : new Unknown(new Failure("NO_ANSWER", "WhatsApp did not answer", null, CHECK_FIRST, true));
    }

    private Outcome ofRefusal(int status, String body) {
        return json(body)
                .map(answer -> answer.getValue("error") instanceof JsonObject error ? error : new JsonObject())
                .filter(error -> error.getValue("code") instanceof Number)
                .map(error -> errors.outcome(error.getInteger("code"), error))
                .orElseGet(() -> withoutCode(status));
    }

    private Outcome withoutCode(int status) {
        return switch (status) {
            case 401 ->
                errors.paused(new Failure(
                        "HTTP_401",
                        "The connection to WhatsApp has expired",
                        null,
                        "The connection to WhatsApp must be renewed by an admin.",
                        true));
            case 429 ->
                new RetryLater(
                        new Failure("HTTP_429", "Too many calls to WhatsApp", null, AGAIN, true), clock.instant());
            default -> unreadable(status);
        };
    }

    private static Outcome unreadable(int status) {
        return new Unknown(new Failure(
                "UNREADABLE_ANSWER", "WhatsApp answered with nonsense", "HTTP status " + status, CHECK_FIRST, true));
    }

    static boolean isBeforeSending(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10)
                .anyMatch(cause -> cause instanceof ConnectException
                        || cause instanceof UnknownHostException
                        || cause instanceof NothingSentException);
    }

    static Optional<JsonObject> json(String body) {
        try {
            return Optional.of(new JsonObject(body));
        } catch (DecodeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> messageId(JsonObject answer) {
        return answer.getValue("messages") instanceof JsonArray messages
                        && !messages.isEmpty()
                        && messages.getValue(0) instanceof JsonObject message
                        && message.getValue("id") instanceof String id
                ? Optional.of(id)
                : Optional.empty();
    }
}
