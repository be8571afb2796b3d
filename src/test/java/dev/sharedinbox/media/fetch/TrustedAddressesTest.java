package dev.sharedinbox.media.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sharedinbox.media.MediaConfig;
import dev.sharedinbox.media.MediaException;
import dev.sharedinbox.media.MediaFailure;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.net.SocketAddress;
import io.vertx.mutiny.core.Vertx;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A listed name proves nothing: whoever answers for it may name any address.
class TrustedAddressesTest {

    private static final Vertx VERTX = Vertx.vertx();

    private final TrustedAddresses addresses =
            new TrustedAddresses(VERTX, allowing("localhost,10.1.2.3,[::1],157.240.1.1,*.example"));

    @AfterAll
    static void close() {
        VERTX.close().await().atMost(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://localhost/x", "https://10.1.2.3/x", "https://[::1]/x"})
    void listedHostInAPrivateNetwork_isNotCalled(String url) {
        assertThatThrownBy(() -> check(url))
                .isInstanceOfSatisfying(
                        MediaException.class,
                        failure -> assertThat(failure.failure()).isEqualTo(MediaFailure.NOT_TRUSTED));
    }

    @Test
    void listedHostOfTheInternet_isCalledAtTheAddressThatWasChecked() {
        assertThat(check("https://157.240.1.1/x")).isEqualTo(SocketAddress.inetSocketAddress(443, "157.240.1.1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example/x",
                "https://a.example.evil/x",
                "https://157.240.1.1:8443/x",
                "http://157.240.1.1/x",
                "https://157.240.1.1@evil/x",
                "https:/x"
            })
    void otherAddress_isNotOnTheList(String url) {
        assertThat(addresses.isListed(URI.create(url))).isFalse();
    }

    @Test
    void hostBelowAListedOne_isOnTheList() {
        assertThat(addresses.isListed(URI.create("https://a.B.example/x"))).isTrue();
    }

    private SocketAddress check(String url) {
        return addresses.check(URI.create(url)).await().atMost(Duration.ofSeconds(10));
    }

    private static MediaConfig allowing(String hosts) {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(MediaConfig.class)
                .withDefaultValue("inbox.media.allowed-hosts", hosts)
                .build()
                .getConfigMapping(MediaConfig.class);
    }
}
