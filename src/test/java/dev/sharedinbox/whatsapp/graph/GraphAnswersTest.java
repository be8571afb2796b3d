package dev.sharedinbox.whatsapp.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.delivery.Outcome;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GraphAnswersTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    private final GraphAnswers answers = new GraphAnswers(clock, new GraphErrors(clock, new Settings()));

    @Test
    void acceptedMessage_hasMetasId() {
        assertThat(answers.ofBody("{\"messages\":[{\"id\":\"wamid.1\"}]}")).isEqualTo(new Outcome.Accepted("wamid.1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<html></html>", "{}", "[]", "{\"messages\":[]}", "{\"messages\":{}}", "{\"messages\":[{}]}"
            })
    void okWithoutAnId_isUnknown(String body) {
        assertThat(answers.ofBody(body)).isInstanceOf(Outcome.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 131000, 131016, 133004})
    void unclearCode_isUnknownWhateverTheStatus(int code) {
        assertThat(answers.ofFailure(refusal(400, code))).isInstanceOf(Outcome.Unknown.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 10, 190, 200, 299, 368, 131031, 131042, 131048, 133010})
    void configurationCode_pausesTheNumber(int code) {
        assertThat(answers.ofFailure(refusal(500, code)))
                .isInstanceOfSatisfying(
                        Outcome.NumberPaused.class,
                        paused -> assertThat(paused.until()).isEqualTo(NOON.plusSeconds(30)));
    }

    @Test
    void pairLimit_waitsSixSeconds() {
        assertThat(answers.ofFailure(refusal(400, 131056)))
                .isInstanceOfSatisfying(
                        Outcome.RetryLater.class,
                        later -> assertThat(later.notBefore()).isEqualTo(NOON.plusSeconds(6)));
    }

    @Test
    void codeNobodyKnows_isFinalAndShowsMetasWords() {
        assertThat(answers.ofFailure(refusal(500, 424242))).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.failure().code()).isEqualTo("424242");
            assertThat(refused.failure().title()).isEqualTo("Strange things");
            assertThat(refused.failure().detail()).isEqualTo("It happened again.");
            assertThat(refused.failure().retryable()).isFalse();
        });
    }

    @Test
    void statusWithoutCode_decidesOnlyThen() {
        assertThat(answers.ofFailure(rubbish(500))).isInstanceOf(Outcome.Unknown.class);
        assertThat(answers.ofFailure(rubbish(404))).isInstanceOf(Outcome.Unknown.class);
        assertThat(answers.ofFailure(rubbish(429))).isInstanceOf(Outcome.RetryLater.class);
        assertThat(answers.ofFailure(rubbish(401))).isInstanceOf(Outcome.NumberPaused.class);
    }

    @Test
    void connectionThatNeverStood_isTriedAgain() {
        assertThat(answers.ofFailure(new RuntimeException(new ConnectException())))
                .isInstanceOf(Outcome.RetryLater.class);
        assertThat(answers.ofFailure(new RuntimeException(new UnknownHostException())))
                .isInstanceOf(Outcome.RetryLater.class);
        assertThat(answers.ofFailure(new NothingSentException(new IllegalStateException())))
                .isInstanceOf(Outcome.RetryLater.class);
        assertThat(answers.ofFailure(new RuntimeException("cut"))).isInstanceOf(Outcome.Unknown.class);
    }

    private static WebApplicationException refusal(int status, int code) {
        var error = new JsonObject()
                .put("message", "(#" + code + ") Strange things")
                .put("code", code)
                .put("error_data", new JsonObject().put("details", "It happened again."));
        return answer(status, new JsonObject().put("error", error).encode());
    }

    private static WebApplicationException rubbish(int status) {
        return answer(status, "<html></html>");
    }

    private static WebApplicationException answer(int status, String body) {
        return new WebApplicationException(Response.status(status).entity(body).build());
    }

    private static final class Settings implements GraphConfig {

        @Override
        public String baseUrl() {
            return "";
        }

        @Override
        public String version() {
            return "v25.0";
        }

        @Override
        public Duration pairRateWait() {
            return Duration.ofSeconds(6);
        }

        @Override
        public Duration maintenanceWait() {
            return Duration.ofMinutes(1);
        }

        @Override
        public Duration pause() {
            return Duration.ofSeconds(30);
        }
    }
}
