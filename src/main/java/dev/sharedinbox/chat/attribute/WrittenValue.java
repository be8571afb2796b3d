package dev.sharedinbox.chat.attribute;

import dev.sharedinbox.chat.ChatAttributeOptionView;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.Texts;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads values as people write them, by the attribute's type.
final class WrittenValue {

    private static final int LONGEST = 500;
    private static final int LAST_YEAR = 9999;
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\"<>(),;:]{1,64}@[^\\s@\"<>(),;:.]+(\\.[^\\s@\"<>(),;:.]+)+");
    private static final Pattern PHONE = Pattern.compile("\\+[1-9]\\d{6,14}");

    private WrittenValue() {}

    /// The columns that the value becomes; empty when it is not what the attribute holds.
    static Optional<JsonObject> read(ChatAttributeView attribute, List<String> written) {
        return switch (attribute.type()) {
            case TEXT -> text(written).map(text -> column("text", text));
            case URL -> text(written).filter(WrittenValue::isUrl).map(text -> column("text", text));
            case EMAIL -> text(written).filter(matching(EMAIL)).map(text -> column("text", text));
            case PHONE ->
                text(written)
                        .map(text -> text.replaceAll("[-\\s().]", ""))
                        .filter(matching(PHONE))
                        .map(text -> column("text", text));
            case NUMBER ->
                text(written)
                        .filter(matching(NUMBER))
                        .map(text -> column("number", new BigDecimal(text).toPlainString()));
            case BOOLEAN ->
                text(written)
                        .filter(text -> "true".equals(text) || "false".equals(text))
                        .map(text -> column("flag", Boolean.valueOf(text)));
            case DATE -> text(written).flatMap(WrittenValue::date).map(time -> column("moment", time.toString()));
            case DATETIME -> text(written).flatMap(WrittenValue::time).map(time -> column("moment", time.toString()));
            case USER -> text(written).flatMap(Ids::parse).map(id -> column("user_id", id.toString()));
            case ENUM -> text(written).filter(choosable(attribute)::contains).map(key -> column("word", key));
            case MULTI_ENUM -> chosen(attribute, written).map(keys -> column("words", new JsonArray(keys)));
        };
    }

    /// What a value of the attribute has to be, for people.
    static String expected(ChatAttributeView attribute) {
        return switch (attribute.type()) {
            case TEXT -> "text of 1 to " + LONGEST + " characters";
            case URL -> "an address such as https://example.com";
            case EMAIL -> "an e-mail address";
            case PHONE -> "a phone number with its country, such as +1 650 555 0100";
            case NUMBER -> "a number such as 3 or 2.50";
            case BOOLEAN -> "true or false";
            case DATE -> "a day such as 2026-01-31";
            case DATETIME -> "a moment such as 2026-01-31T09:30:00Z";
            case USER -> "the id of an active user";
            case ENUM -> "one of " + String.join(", ", choosable(attribute));
            case MULTI_ENUM -> "some of " + String.join(", ", choosable(attribute));
        };
    }

    /// PostgreSQL's text has no zero character and no half of a surrogate pair.
    private static Optional<String> text(List<String> written) {
        return written.size() != 1
                ? Optional.empty()
                : Optional.of(written.getFirst().strip()).filter(text -> !text.isEmpty() && Texts.fits(text, LONGEST));
    }

    private static Predicate<String> matching(Pattern pattern) {
        return text -> pattern.matcher(text).matches();
    }

    private static boolean isUrl(String text) {
        try {
            var address = new URI(text);
            return address.getHost() != null
                    && ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static Optional<OffsetDateTime> date(String text) {
        try {
            return known(LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<OffsetDateTime> time(String text) {
        try {
            return known(OffsetDateTime.parse(text)
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// PostgreSQL's calendar ends much earlier than Java's.
    private static Optional<OffsetDateTime> known(OffsetDateTime time) {
        return Optional.of(time).filter(some -> some.getYear() >= 1 && some.getYear() <= LAST_YEAR);
    }

    private static Optional<List<String>> chosen(ChatAttributeView attribute, List<String> written) {
        var keys = new HashSet<>(written);
        return Optional.of(choosable(attribute))
                .filter(options -> !keys.isEmpty() && options.containsAll(keys))
                .map(options -> options.stream().filter(keys::contains).collect(Collectors.toList()));
    }

    private static List<String> choosable(ChatAttributeView attribute) {
        return attribute.options().stream()
                .filter(option -> !option.retired())
                .map(ChatAttributeOptionView::key)
                .toList();
    }

    private static JsonObject column(String name, Object value) {
        return JsonObject.of(name, value);
    }
}
