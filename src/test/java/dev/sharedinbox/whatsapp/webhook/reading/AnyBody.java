package dev.sharedinbox.whatsapp.webhook.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sharedinbox.channel.AfterClose;
import dev.sharedinbox.channel.BusinessNumberRef;
import dev.sharedinbox.channel.WebhookPlugin;
import dev.sharedinbox.chat.intake.incoming.Incoming;
import dev.sharedinbox.contact.Customer;
import dev.sharedinbox.contact.Identity;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.testing.Meta;
import dev.sharedinbox.whatsapp.webhook.body.Item;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// What must hold of any bytes that somebody signs.
final class AnyBody {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final UUID ID = new UUID(0, 1);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final ContentReader CONTENTS = new ContentReader(MAPPER);
    private static final BodyReader READER =
            new BodyReader(MAPPER, new MessageReader(CONTENTS, new AmendmentReader(CONTENTS)));
    private static final BusinessNumberRef NUMBER = new BusinessNumberRef(ID, ID, AfterClose.REOPEN, "+1 650 555 0100");
    /// The account that the bodies we know are about: what concerns another one is not read.
    private static final WebhookPlugin PLUGIN = new WebhookPlugin(
            ID, ID, List.of(), "", "210045600000001", Map.of(Meta.SALES_NUMBER, NUMBER, Meta.SUPPORT_NUMBER, NUMBER));

    private AnyBody() {}

    /// It is read in full, or it is no JSON object. What was read can be stored, and nothing surprised the reader.
    static void isReadOrRefused(byte[] body) {
        items(body)
                .ifPresent(items -> assertThat(items).allSatisfy(item -> {
                    switch (item) {
                        case Item.Understood understood -> isStorable(understood.incoming());
                        case Item.Failed failed -> assertThat(failed.reason()).doesNotStartWith("unreadable");
                        case Item.Kept kept -> assertThat(kept.reason()).isNotBlank();
                    }
                }));
    }

    /// What is read of it; empty when it is no JSON object.
    static Optional<List<Item>> items(byte[] body) {
        try {
            return Optional.of(READER.read(body, PLUGIN, NOW));
        } catch (InboxException refused) {
            assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_INPUT);
            return Optional.empty();
        }
    }

    private static void isStorable(Incoming incoming) {
        customers(incoming)
                .forEach(customer -> assertThat(customer.identities())
                        .allSatisfy(identity -> assertThat(identity.value()).hasSizeBetween(1, Identity.LONGEST)));
        switch (incoming) {
            case Incoming.Message message -> {
                isText(message.providerMessageId());
                isText(message.content().encode());
                if (message.text() != null) {
                    isText(message.text());
                }
                assertThat(message.sentAt()).isBetween(Instant.EPOCH, NOW);
            }
            case Incoming.Status status -> isText(status.raw().encode());
            case Incoming.Reaction reaction -> isText(reaction.targetProviderId());
            case Incoming.Amendment amendment -> isText(amendment.targetProviderId());
            case Incoming.Call call -> isText(call.providerCallId());
            case Incoming.Marketing choice ->
                assertThat(choice.chosenAt()).isBetween(Instant.EPOCH, NOW.plus(Duration.ofMinutes(5)));
            case Incoming.BookEntry entry -> {
                if (entry.name() != null) {
                    isText(entry.name());
                }
            }
            case Incoming.Account news -> {
                isText(news.event().detail().encode());
                isText(news.event().summary());
            }
        }
    }

    private static Stream<Customer> customers(Incoming incoming) {
        return switch (incoming) {
            case Incoming.Message message -> Stream.of(message.customer());
            case Incoming.Reaction reaction -> Stream.ofNullable(reaction.actor());
            case Incoming.Amendment amendment -> Stream.of(amendment.customer());
            case Incoming.Call call -> Stream.of(call.customer());
            case Incoming.Marketing choice -> Stream.of(choice.customer());
            case Incoming.BookEntry entry -> Stream.of(entry.customer());
            case Incoming.Status _, Incoming.Account _ -> Stream.empty();
        };
    }

    /// PostgreSQL takes no NUL and no half of a pair.
    private static void isText(String text) {
        assertThat(text).doesNotContain("\0");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
    }
}
