package dev.sharedinbox.whatsapp.graph;

import dev.sharedinbox.chat.contacts.block.BlockOutcome;
import dev.sharedinbox.delivery.Failure;
import dev.sharedinbox.whatsapp.ErrorAdvice;
import dev.sharedinbox.whatsapp.ErrorKind;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What Meta's answer to blocking or unblocking one user means. What stands against that user is told beside the lists
/// of users; the code of the whole then says no more than that there is something.
///
/// @see <a href="https://developers.facebook.com/documentation/business-messaging/whatsapp/block-users">Block users</a>
final class BlockAnswers {

    /// The user has not written in the last 24 hours.
    private static final int RE_ENGAGEMENT = 131047;

    private static final List<String> DONE = List.of("added_users", "removed_users");

    private BlockAnswers() {}

    static BlockOutcome ofBody(String body) {
        return GraphAnswers.json(body).map(BlockAnswers::ofAnswer).orElseGet(BlockAnswers::unreadable);
    }

    static BlockOutcome ofFailure(Throwable failure) {
        if (failure instanceof WebApplicationException answer) {
            return ofBody(answer.getResponse().readEntity(String.class));
        }
        return GraphAnswers.isBeforeSending(failure)
                ? new BlockOutcome.TryLater(
                        new Failure("NOT_REACHED", "WhatsApp is out of reach", null, "Do it again.", true))
                : unclear("NO_ANSWER", "WhatsApp did not answer");
    }

    private static BlockOutcome ofAnswer(JsonObject answer) {
        var lists = answer.getValue("block_users") instanceof JsonObject told ? told : new JsonObject();
        return users(lists, "failed_users")
                .flatMap(BlockAnswers::errors)
                .findFirst()
                .or(() -> Optional.ofNullable(answer.getValue("error")).flatMap(BlockAnswers::object))
                .map(BlockAnswers::ofError)
                .orElseGet(() -> isDone(lists) ? new BlockOutcome.Done() : unreadable());
    }

    private static BlockOutcome ofError(JsonObject error) {
        var code = error.getValue("code") instanceof Number number ? number.intValue() : 0;
        if (code == RE_ENGAGEMENT) {
            return new BlockOutcome.NotRecent();
        }
        var failure = ErrorAdvice.failure(code, error.getValue("message") instanceof String title ? title : null, null);
        return switch (ErrorAdvice.of(code).map(ErrorAdvice::kind).orElse(ErrorKind.FINAL)) {
            case RETRY -> new BlockOutcome.TryLater(failure);
            case UNCLEAR -> new BlockOutcome.Unclear(failure);
            case FINAL, CONFIGURATION -> new BlockOutcome.Refused(failure);
        };
    }

    private static boolean isDone(JsonObject lists) {
        return DONE.stream().anyMatch(list -> users(lists, list).findAny().isPresent());
    }

    private static Stream<JsonObject> users(JsonObject lists, String list) {
        return lists.getValue(list) instanceof JsonArray users
                ? users.stream().flatMap(user -> object(user).stream())
                : Stream.empty();
    }

    private static Stream<JsonObject> errors(JsonObject user) {
        return user.getValue("errors") instanceof JsonArray errors
                ? errors.stream().flatMap(one -> object(one).stream())
                : Stream.empty();
    }

    private static Optional<JsonObject> object(Object value) {
        return value instanceof JsonObject object ? Optional.of(object) : Optional.empty();
    }

    private static BlockOutcome unreadable() {
        return unclear("UNREADABLE_ANSWER", "WhatsApp answered with nonsense");
    }

    private static BlockOutcome unclear(String code, String title) {
        return new BlockOutcome.Unclear(new Failure(code, title, null, "It may have been done. Do it again.", true));
    }
}
