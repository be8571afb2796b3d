package dev.sharedinbox.platform.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.StreamResetException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.SocketException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTest {

    /// Else everybody who hangs up could fill the log with errors.
    @ParameterizedTest
    @MethodSource("hangingUp")
    void connectionThatEnds_isNoDefectOfOurs(Throwable ended) {
        assertThat(Failure.of(ended).code()).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(Failure.of(new CompletionException(ended)).code()).isEqualTo(ErrorCode.UNAVAILABLE);
    }

    @Test
    void whatNobodyExpected_isADefectThatTellsNothingOfOurInsides() {
        // When
        var failure = Failure.of(new IllegalStateException("table chat has no column x"));

        // Then
        assertThat(failure.code()).isEqualTo(ErrorCode.INTERNAL);
        assertThat(failure.message()).doesNotContain("chat");
    }

    private static Throwable[] hangingUp() {
        return new Throwable[] {
            new HttpClosedException("Connection was closed"),
            new StreamResetException(8),
            ClosedConnectionException.INSTANCE,
            new SocketException("Connection reset"),
            new TimeoutException()
        };
    }
}
