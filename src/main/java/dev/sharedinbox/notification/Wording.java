package dev.sharedinbox.notification;

import dev.sharedinbox.chat.message.AttachmentView;
import dev.sharedinbox.chat.message.MessageView;
import dev.sharedinbox.contact.ContactView;
import dev.sharedinbox.team.UserView;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The words of notifications: short, and on one line, whatever a customer wrote.
final class Wording {

    /// How many characters the words have at most.
    static final int MOST = 200;

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final String MORE = "…";

    private Wording() {}

    /// What to call a customer.
    static String title(ContactView contact) {
        return Stream.of(contact.name(), contact.displayPhone(), contact.username())
                .filter(Objects::nonNull)
                .map(Wording::line)
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("Customer");
    }

    /// What a customer wrote or, where that is no text, what it is.
    static String of(MessageView message) {
        return Optional.ofNullable(message.text())
                .map(Wording::line)
                .filter(text -> !text.isEmpty())
                .orElseGet(() -> kind(message));
    }

    /// Why a message did not reach its customer.
    static String ofFailure(MessageView message) {
        var failure = message.failure();
        return failure == null ? "Your message failed." : line("Your message failed: " + failure.title());
    }

    /// Who gave the chat.
    static String ofGift(@Nullable UserView giver) {
        return line((giver == null ? "Somebody" : giver.name()) + " assigned this chat to you.");
    }

    private static String kind(MessageView message) {
        return switch (message.type()) {
            case IMAGE -> "Photo";
            case VIDEO -> "Video";
            case AUDIO -> message.attachments().stream().anyMatch(AttachmentView::voice) ? "Voice message" : "Audio";
            case DOCUMENT -> fileName(message).orElse("Document");
            case STICKER -> "Sticker";
            case LOCATION -> "Location";
            case CONTACTS -> "Contact";
            case ORDER -> "Order";
            case CALL -> "Call";
            case TEXT, INTERACTIVE, REPLY, TEMPLATE, SYSTEM, UNSUPPORTED -> "Message";
        };
    }

    private static Optional<String> fileName(MessageView message) {
        return message.attachments().stream()
                .map(AttachmentView::fileName)
                .filter(Objects::nonNull)
                .map(Wording::line)
                .filter(name -> !name.isEmpty())
                .findFirst();
    }

    /// The beginning of a text on one line, without half characters.
    private static String line(String text) {
        var beginning = cut(text.strip(), 4 * MOST);
        var line = BLANKS.matcher(beginning).replaceAll(" ").strip();
        return line.length() <= MOST ? line : cut(line, MOST - MORE.length()) + MORE;
    }

    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
