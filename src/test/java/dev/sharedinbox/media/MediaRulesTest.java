package dev.sharedinbox.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.media.fetch.FetchClaim;
import dev.sharedinbox.media.fetch.FetchPolicy;
import dev.sharedinbox.media.fetch.PrivateNetworks;
import dev.sharedinbox.media.fetch.Sha256;
import dev.sharedinbox.media.fetch.Thumbnail;
import dev.sharedinbox.media.fetch.WantedFile;
import dev.sharedinbox.media.store.BlobKey;
import dev.sharedinbox.media.store.BlobKey.Part;
import dev.sharedinbox.media.store.ByteRange;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaRulesTest {

    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
                "224.0.0.1", "255.255.255.255", "::1", "fe80::1", "fd00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1",
                "2002:7f00:1::"
            })
    void addressOfOurNetworks_isPrivate(String address) throws IOException {
        assertThat(PrivateNetworks.include(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"157.240.1.1", "8.8.8.8", "2a03:2880:f10c::1", "100.128.0.1"})
    void addressOfTheInternet_isNotPrivate(String address) throws IOException {
        assertThat(PrivateNetworks.include(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-,0,10", "bytes=2-3,2,2", "bytes=5-99,5,5", "bytes=-4,6,4", "bytes=-99,0,10"})
    void range_meansAPart(String header, long from, long length) {
        assertThat(ByteRange.isUnderstood(header)).isTrue();
        assertThat(ByteRange.of(header, 10)).contains(new ByteRange(from, length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=3-2", "bytes=-0"})
    void rangeBeyondTheFile_isNone(String header) {
        assertThat(ByteRange.of(header, 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=-", "lines=1-2", "bytes=1-2,4-5", "bytes=9999999999999999999999-"})
    void otherRange_isNotUnderstood(String header) {
        assertThat(ByteRange.isUnderstood(header)).isFalse();
    }

    @Test
    void digest_isReadInBothForms() {
        // Given
        var bytes = new byte[32];
        bytes[3] = -1;

        // Then
        assertThat(Sha256.read(HexFormat.of().formatHex(bytes))).contains(bytes);
        assertThat(Sha256.read(Base64.getEncoder().encodeToString(bytes))).contains(bytes);
        assertThat(Sha256.read("nonsense")).isEmpty();
        assertThat(Sha256.read(null)).isEmpty();
    }

    @Test
    void tries_endWithPatienceAndDeadline() {
        // Given
        var policy = new FetchPolicy(3, Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofDays(7));

        // Then
        assertThat(policy.next(claim(1, NOON), MediaFailure.GONE, NOON)).contains(NOON.plusSeconds(10));
        assertThat(policy.next(claim(3, NOON), MediaFailure.GONE, NOON)).isEmpty();
        assertThat(policy.next(claim(1, NOON), MediaFailure.NOT_TRUSTED, NOON)).isEmpty();
        assertThat(policy.next(claim(99, NOON), MediaFailure.NOT_REACHED, NOON)).contains(NOON.plusSeconds(60));
        assertThat(policy.next(claim(9, NOON.minus(Duration.ofDays(7))), MediaFailure.NOT_REACHED, NOON))
                .isEmpty();
    }

    @Test
    void key_isMadeOfIdsOnly() {
        assertThat(new BlobKey(new UUID(1, 2), new UUID(3, 4), Part.THUMBNAIL).path())
                .isEqualTo("00000000-0000-0001-0000-000000000002/04/00000000-0000-0003-0000-000000000004-thumbnail");
    }

    @Test
    void imageThatClaimsToBeHuge_isNotUnpacked() throws IOException {
        // Given
        var image = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", image);
        var small = image.toByteArray();

        // Then
        assertThat(Thumbnail.of(small)).isPresent();
        assertThat(Thumbnail.of(claimingToBe(60_000, small))).isEmpty();
    }

    /// The PNG's header begins at byte 12: its name, width, height and five more bytes, then their checksum.
    private static byte[] claimingToBe(int edge, byte[] png) {
        var huge = png.clone();
        ByteBuffer.wrap(huge).putInt(16, edge).putInt(20, edge);
        var checksum = new CRC32();
        checksum.update(huge, 12, 17);
        ByteBuffer.wrap(huge).putInt(29, (int) checksum.getValue());
        return huge;
    }

    private static FetchClaim claim(int attempt, Instant receivedAt) {
        var id = new UUID(0, 1);
        return new FetchClaim(new WantedFile(id, id, null, null, null), id, id, id, attempt, receivedAt);
    }
}
