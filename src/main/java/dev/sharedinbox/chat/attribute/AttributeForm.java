package dev.sharedinbox.chat.attribute;

import dev.sharedinbox.chat.ChatAttributeOptionView;
import dev.sharedinbox.chat.ChatAttributeType;
import dev.sharedinbox.platform.Texts;
import dev.sharedinbox.platform.failure.InboxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What users write about an attribute, checked and joined with what it was before.
final class AttributeForm {

    private static final int MOST_OPTIONS = 100;
    private static final int LONGEST_LABEL = 60;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final Pattern KEY = Pattern.compile("[a-z][a-zA-Z0-9_]{0,39}");
    private static final Pattern OPTION_KEY = Pattern.compile("[a-zA-Z][a-zA-Z0-9_]{0,39}");

    private AttributeForm() {}

    static ChatAttributeView made(UUID id, CreateChatAttributeInput input) {
        if (!KEY.matcher(input.key()).matches()) {
            throw InboxException.invalid(
                    "A key is a small letter, then up to 39 letters, digits and underscores.", "input", "key");
        }
        var options = input.options() == null ? List.<ChatAttributeOptionInput>of() : input.options();
        return checked(new ChatAttributeView(
                id.toString(),
                input.key(),
                label(input.label(), "input", "label"),
                description(input.description()),
                input.type(),
                options(input.type(), options, List.of()),
                Boolean.TRUE.equals(input.required()),
                input.defaultValues() == null ? List.of() : input.defaultValues()));
    }

    static ChatAttributeView changed(ChatAttributeView before, UpdateChatAttributeInput input) {
        return checked(new ChatAttributeView(
                before.id(),
                before.key(),
                input.label() == null ? before.label() : label(input.label(), "input", "label"),
                input.description() == null ? before.description() : description(input.description()),
                before.type(),
                input.options() == null ? before.options() : options(before.type(), input.options(), before.options()),
                input.required() == null ? before.required() : input.required(),
                input.defaultValues() == null ? before.defaultValues() : input.defaultValues()));
    }

    private static ChatAttributeView checked(ChatAttributeView attribute) {
        if (!attribute.defaultValues().isEmpty()
                && WrittenValue.read(attribute, attribute.defaultValues()).isEmpty()) {
            throw InboxException.invalid(
                    "Expected " + WrittenValue.expected(attribute) + ".", "input", "defaultValues");
        }
        return attribute;
    }

    /// The given options, then, retired, those that there were before.
    private static List<ChatAttributeOptionView> options(
            ChatAttributeType type, List<ChatAttributeOptionInput> given, List<ChatAttributeOptionView> before) {
        var isEnumeration = type == ChatAttributeType.ENUM || type == ChatAttributeType.MULTI_ENUM;
        if (!isEnumeration && given.isEmpty()) {
            return List.of();
        }
        if (!isEnumeration || given.isEmpty()) {
            throw InboxException.invalid("An ENUM or MULTI_ENUM has options, others have none.", "input", "options");
        }
        var keys = new HashSet<String>();
        var options = new ArrayList<ChatAttributeOptionView>();
        for (int index = 0; index < given.size(); index++) {
            var option = given.get(index);
            var place = Integer.toString(index);
            if (!OPTION_KEY.matcher(option.key()).matches() || !keys.add(option.key())) {
                throw InboxException.invalid(
                        "A key is a letter, then up to 39 letters, digits and underscores, each key once.",
                        "input",
                        "options",
                        place,
                        "key");
            }
            options.add(new ChatAttributeOptionView(
                    option.key(), label(option.label(), "input", "options", place, "label"), false));
        }
        before.stream()
                .filter(option -> !keys.contains(option.key()))
                .forEach(option -> options.add(new ChatAttributeOptionView(option.key(), option.label(), true)));
        if (options.size() > MOST_OPTIONS) {
            throw InboxException.invalid(
                    "At most " + MOST_OPTIONS + " options, retired ones included.", "input", "options");
        }
        return List.copyOf(options);
    }

    private static String label(String written, String... path) {
        return text(written, LONGEST_LABEL, path)
                .orElseThrow(() -> InboxException.invalid("Expected 1 to " + LONGEST_LABEL + " characters.", path));
    }

    private static @Nullable String description(@Nullable String written) {
        return written == null
                ? null
                : text(written, LONGEST_DESCRIPTION, "input", "description").orElse(null);
    }

    /// PostgreSQL's text has no zero character and no half of a surrogate pair.
    private static Optional<String> text(String written, int longest, String... path) {
        var text = written.strip();
        if (!Texts.fits(text, longest)) {
            throw InboxException.invalid("At most " + longest + " characters of text are allowed.", path);
        }
        return Optional.of(text).filter(some -> !some.isEmpty());
    }
}
