package dev.sharedinbox.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.chat.message.AttachmentState;
import dev.sharedinbox.chat.message.AttachmentView;
import dev.sharedinbox.chat.message.Direction;
import dev.sharedinbox.chat.message.MessageType;
import dev.sharedinbox.chat.message.MessageView;
import dev.sharedinbox.chat.message.SenderKind;
import dev.sharedinbox.chat.message.SenderView;
import dev.sharedinbox.contact.ContactView;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

    @Test
    void title_isTheNameElseTheNumberElseTheUserName() {
        assertThat(Wording.title(contact("Ana", "+1 650 555 1234", "ana.w"))).isEqualTo("Ana");
        assertThat(Wording.title(contact(" ", "+1 650 555 1234", "ana.w"))).isEqualTo("+1 650 555 1234");
        assertThat(Wording.title(contact("", null, "ana.w"))).isEqualTo("ana.w");
        assertThat(Wording.title(contact("", null, null))).isEqualTo("Customer");
    }

    @ParameterizedTest
    @CsvSource({
        "IMAGE, false, Photo",
        "VIDEO, false, Video",
        "AUDIO, true, Voice message",
        "AUDIO, false, Audio",
        "STICKER, false, Sticker",
        "LOCATION, false, Location",
        "CONTACTS, false, Contact",
        "ORDER, false, Order",
        "UNSUPPORTED, false, Message"
    })
    void messageWithoutText_isCalledWhatItIs(MessageType type, boolean voice, String word) {
        assertThat(Wording.of(message(type, null, file(voice, null)))).isEqualTo(word);
        assertThat(Wording.of(message(type, " \n ", file(voice, null)))).isEqualTo(word);
        assertThat(Wording.of(message(type, "The caption", file(voice, null)))).isEqualTo("The caption");
    }

    @Test
    void document_isCalledByItsName() {
        assertThat(Wording.of(message(MessageType.DOCUMENT, null, file(false, "offer.pdf"))))
                .isEqualTo("offer.pdf");
        assertThat(Wording.of(message(MessageType.DOCUMENT, null, file(false, null))))
                .isEqualTo("Document");
    }

    @Test
    void text_isOneLine() {
        assertThat(Wording.of(text("  Hello,\r\n\n\tis  anybody\u2028there?\u0007 ")))
                .isEqualTo("Hello, is anybody there?");
    }

    @Test
    void longText_isCutBetweenCharacters() {
        assertThat(Wording.of(text("x".repeat(200)))).isEqualTo("x".repeat(200));
        assertThat(Wording.of(text("x".repeat(201)))).isEqualTo("x".repeat(199) + "…");
        assertThat(Wording.of(text("x".repeat(198) + "😀😀"))).isEqualTo("x".repeat(198) + "…");
    }

    @Property
    void anyText_becomesAFewWordsOnOneLine(@ForAll @StringLength(max = 3_000) String text) {
        var words = Wording.of(text(text));

        assertThat(words).isNotBlank().hasSizeLessThanOrEqualTo(Wording.MOST).doesNotContain("\n", "\r", "\t");
    }

    private static ContactView contact(String name, @Nullable String displayPhone, @Nullable String username) {
        return new ContactView("id", name, null, displayPhone, username, false, null);
    }

    private static MessageView text(String text) {
        return message(MessageType.TEXT, text, file(false, null));
    }

    private static AttachmentView file(boolean voice, @Nullable String name) {
        return new AttachmentView(
                "id", "AUDIO", null, name, voice, false, AttachmentState.PENDING, null, null, false, null);
    }

    private static MessageView message(MessageType type, @Nullable String text, AttachmentView file) {
        return new MessageView(
                "id",
                "chat",
                1,
                Direction.INCOMING,
                type,
                text,
                List.of(file),
                JsonValue.EMPTY_JSON_OBJECT,
                new SenderView(SenderKind.CUSTOMER, null),
                Instant.EPOCH,
                null,
                List.of(),
                null,
                null,
                List.of(),
                false,
                null,
                null,
                null);
    }
}
