package dev.sharedinbox.platform.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalsTest {

    @Test
    void done_makesThePayloadOfTheResult() {
        assertThat(payload(Uni.createFrom().item("chat"))).isEqualTo("chat");
    }

    @Test
    void refusal_goesIntoThePayload() {
        var refusal = new InboxException(ErrorCode.CHAT_CLOSED, "The chat is closed.", "input", "chatId");

        assertThat(payload(Uni.createFrom().failure(refusal)))
                .isEqualTo(
                        List.of(new UserErrorView("CHAT_CLOSED", "The chat is closed.", List.of("input", "chatId"))));
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAUTHENTICATED", "RATE_LIMITED", "UNAVAILABLE", "INTERNAL"})
    void whatAnyCallMayFailWith_staysAFailure(ErrorCode code) {
        var failed = Uni.createFrom().failure(new InboxException(code, "No."));

        assertThatThrownBy(() -> payload(failed)).isInstanceOf(InboxException.class);
    }

    @Test
    void databaseAway_staysAFailure() {
        var failed = Uni.createFrom().failure(new IllegalStateException(new ConnectException("refused")));

        assertThatThrownBy(() -> payload(failed)).hasRootCauseInstanceOf(ConnectException.class);
    }

    private static Object payload(Uni<?> deed) {
        return Refusals.<Object, Object>recover(deed.map(Object.class::cast), done -> done, errors -> errors)
                .await()
                .atMost(Duration.ofSeconds(30));
    }
}
