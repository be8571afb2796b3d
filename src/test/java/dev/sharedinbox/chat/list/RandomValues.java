package dev.sharedinbox.chat.list;

import dev.sharedinbox.chat.ChatAttributeType;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What [RandomChats] are made of: values that are easily confused, boundaries, and what tries to break out.
public final class RandomValues {

    public static final List<Instant> TIMES = Stream.of(
                    "2026-01-31T12:00:00.123456Z",
                    "2026-01-31T12:00:00.123457Z",
                    "2026-01-31T11:30:00.123456Z",
                    "2026-01-31T11:30:00.123455Z",
                    "2026-01-31T00:00:00Z",
                    "2026-01-30T23:59:59.999999Z",
                    "2026-01-30T12:00:00.123456Z",
                    "2026-01-24T12:00:00.123456Z",
                    "2026-02-01T12:00:00.123456Z",
                    "2025-06-01T08:00:00Z")
            .map(Instant::parse)
            .toList();
    static final List<String> NAMES = List.of(
            "",
            "Ana",
            "ANA",
            "ana maria",
            "Ångström",
            "åNGSTRÖM",
            "İstanbul",
            "istanbul",
            "ΣΊΣΥΦΟΣ",
            "σίσυφος",
            "Straße",
            "100%",
            "a_b",
            "\\",
            "'; drop table chat; --",
            "😀 Zoë",
            "ǅ",
            "ﬁ",
            "Ǆ",
            "Zoe\u0308",
            "\u0301",
            "Æsop",
            "½ Łódź",
            "ŉ Ⅷ ㎏",
            "Ёлка",
            "ελκα");
    static final List<String> PHONES = List.of(
            "+16505550100",
            "+16505550103",
            "+13065550109",
            "+4915155501009",
            "+493055501",
            "+447781550100",
            "+77015550103",
            "+8888",
            "+0999");
    /// Those of the numbers, and one without any.
    static final List<String> COUNTRIES = List.of("US", "CA", "DE", "GG", "KZ", "FR");

    static final List<String> AD_IDS = List.of("", "120210000000000001", "ARAkLkA8rm", "araklka8RM");
    /// The last is of no customer.
    static final List<String> KEYS =
            List.of("order", "Order", "my key (1)", "ключ", "a.b", "'; drop table chat; --", "none");
    static final List<String> FAILURES = List.of("131047", "131026", "0131026", "OUTCOME_UNKNOWN", "1e3");
    private final Random random;

    RandomValues(Random random) {
        this.random = random;
    }

    /// One of [#TIMES], as drivers take it.
    Object time() {
        return one(TIMES).atOffset(ZoneOffset.UTC);
    }

    @Nullable Object perhaps(@Nullable Object value) {
        return random.nextInt(3) == 0 ? null : value;
    }

    @SafeVarargs
    final <T> T one(T... values) {
        return values[random.nextInt(values.length)];
    }

    <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    JsonObject contactAttributes() {
        var attributes = new JsonObject();
        KEYS.stream().filter(_ -> random.nextBoolean()).forEach(key -> attributes.put(key, one(NAMES)));
        return attributes;
    }

    @Nullable JsonObject referral() {
        return random.nextInt(3) == 0
                ? null
                : JsonObject.of(
                        "sourceType", one(List.of("AD", "POST")),
                        "sourceId", perhaps(one(AD_IDS)),
                        "adClickId", perhaps(one(AD_IDS)),
                        "raw", new JsonObject());
    }

    /// The columns `text`, `number`, `flag`, `moment`, `user_id`, `word` and `words` of a value.
    List<Object> ofAttribute(ChatAttributeType type, List<UUID> users) {
        var columns = new Object[7];
        switch (type) {
            case TEXT, URL, EMAIL ->
                columns[0] = one(NAMES.stream().filter(name -> !name.isEmpty()).toList());
            case PHONE -> columns[0] = "+1650555010" + random.nextInt(10);
            case NUMBER -> columns[1] = one(List.of("-1", "0.0", "1", "1.00", "2.5", "3"));
            case BOOLEAN -> columns[2] = random.nextBoolean();
            case DATE -> columns[3] = one(TIMES).truncatedTo(ChronoUnit.DAYS).atOffset(ZoneOffset.UTC);
            case DATETIME -> columns[3] = time();
            case USER -> columns[4] = one(users);
            case ENUM -> columns[5] = one(List.of("red", "green", "blue"));
            case MULTI_ENUM ->
                columns[6] = one(List.of(
                        new String[] {"red"}, new String[] {"red", "blue"}, new String[] {"red", "green", "blue"}));
        }
        return Arrays.asList(columns);
    }
}
