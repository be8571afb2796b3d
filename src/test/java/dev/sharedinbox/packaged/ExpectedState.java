package dev.sharedinbox.packaged;

import dev.sharedinbox.packaged.Fact.Broken;
import dev.sharedinbox.packaged.Fact.Echoed;
import dev.sharedinbox.packaged.Fact.Edited;
import dev.sharedinbox.packaged.Fact.Foreign;
import dev.sharedinbox.packaged.Fact.Reacted;
import dev.sharedinbox.packaged.Fact.Reported;
import dev.sharedinbox.packaged.Fact.Revoked;
import dev.sharedinbox.packaged.Fact.Written;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A second, simple opinion of what traffic leaves behind, whatever the order it came in: maps and nothing else.
final class ExpectedState {

    private static final List<String> STATUSES = List.of("SENT", "FAILED", "DELIVERED", "READ", "PLAYED");

    private final Traffic traffic;
    private final Map<Integer, Said> messages = new TreeMap<>();
    private final Map<String, long[]> chats = new TreeMap<>();
    private final TreeSet<String> contacts = new TreeSet<>();
    private int unreadable;

    private ExpectedState(Traffic traffic) {
        this.traffic = traffic;
        IntStream.range(0, traffic.facts().size()).forEach(this::open);
        IntStream.range(0, traffic.facts().size()).forEach(this::amend);
    }

    static ExpectedState of(Traffic traffic) {
        return new ExpectedState(traffic);
    }

    /// How many items the ledger keeps, when each fact comes once.
    int unreadable() {
        return unreadable;
    }

    /// In the lines of [StoredState].
    List<String> lines() {
        var lines = new TreeSet<String>();
        messages.forEach((place, said) -> lines.add("message " + traffic.id(place) + " " + said));
        chats.forEach((chat, tally) -> lines.add("chat %s messages=%d unread=%d active=%d customer=%d"
                .formatted(chat, tally[0], tally[1], tally[2], tally[3])));
        contacts.forEach(phone -> lines.add("contact +" + phone));
        return List.copyOf(lines);
    }

    private void open(int place) {
        switch (traffic.facts().get(place)) {
            case Written(var number, var customer, var kind, var text) -> {
                var readable = kind.ordinal() < Fact.Kind.UNKNOWN.ordinal();
                var shown = readable ? shown(text) : null;
                var unsupported = !readable || kind == Fact.Kind.TEXT && shown == null;
                messages.put(
                        place, new Said(number, "INCOMING", unsupported ? "UNSUPPORTED" : type(kind), shown, null));
                tally(place, number, customer, true);
            }
            case Echoed(var number, var customer, var text) -> {
                var shown = shown(text);
                messages.put(
                        place, new Said(number, "OUTGOING", shown == null ? "UNSUPPORTED" : "TEXT", shown, "SENT"));
                tally(place, number, customer, false);
            }
            case Reacted reacted -> contacts.add(traffic.phone(reacted.customer()));
            case Edited(var target, var text) -> {
                contacts.add(traffic.phone(traffic.customerOf(target)));
                if (shown(text) == null) {
                    messages.put(place, new Said(traffic.numberOf(target), "INCOMING", "UNSUPPORTED", null, null));
                    tally(place, traffic.numberOf(target), traffic.customerOf(target), true);
                }
            }
            case Revoked(var target) -> contacts.add(traffic.phone(traffic.customerOf(target)));
            case Broken _, Foreign _ -> unreadable++;
            case Reported _ -> {}
        }
    }

    private void amend(int place) {
        switch (traffic.facts().get(place)) {
            case Reported(var target, var word) -> at(target, "OUTGOING").heard(word.toUpperCase(Locale.ROOT));
            case Edited(var target, var text)
            when shown(text) != null -> at(target, "INCOMING").edited(shown(text));
            case Revoked(var target) -> at(target, "INCOMING").revoked();
            case Reacted(var customer, var target, var emoji) -> {
                at(target).reactions.put(traffic.phone(customer), shown(emoji));
            }
            default -> {}
        }
    }

    private Said at(int target, String direction) {
        var said = at(target);
        return said.direction.equals(direction) ? said : Said.nothing();
    }

    private Said at(int target) {
        var said = messages.getOrDefault(target, Said.nothing());
        return said.number == traffic.numberOf(target) ? said : Said.nothing();
    }

    private void tally(int place, int number, int customer, boolean incoming) {
        contacts.add(traffic.phone(customer));
        var tally =
                chats.computeIfAbsent(traffic.numbers().get(number) + " +" + traffic.phone(customer), _ -> new long[4]);
        tally[0]++;
        tally[1] += incoming ? 1 : 0;
        tally[2] = traffic.begin() + place;
        tally[3] = incoming ? traffic.begin() + place : tally[3];
    }

    private static String type(Fact.Kind kind) {
        return kind == Fact.Kind.BUTTON ? "REPLY" : kind.name();
    }

    /// What the database can hold of a text, and a person can see.
    private static @Nullable String shown(@Nullable String text) {
        if (text == null) {
            return null;
        }
        var shown = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                shown.append(c).append(text.charAt(++i));
            } else if (c != 0) {
                shown.append(Character.isSurrogate(c) ? '\uFFFD' : c);
            }
        }
        return shown.toString().isBlank() ? null : shown.toString();
    }

    /// One message.
    private static final class Said {

        private final int number;
        private final String direction;
        private final String type;
        private final Map<String, @Nullable String> reactions = new TreeMap<>();
        private @Nullable String text;
        private @Nullable String status;
        private boolean edited;
        private boolean revoked;

        private Said(int number, String direction, String type, @Nullable String text, @Nullable String status) {
            this.number = number;
            this.direction = direction;
            this.type = type;
            this.text = text;
            this.status = status;
        }

        static Said nothing() {
            return new Said(-1, "", "", null, null);
        }

        void heard(String word) {
            var rank = status == null ? -1 : STATUSES.indexOf(status);
            if (STATUSES.indexOf(word) > rank) {
                status = word;
            }
        }

        void edited(@Nullable String now) {
            edited = true;
            text = now;
        }

        void revoked() {
            revoked = true;
        }

        @Override
        public String toString() {
            var shown = new HashMap<>(reactions);
            shown.values().removeIf(emoji -> emoji == null);
            return "%s %s %s edited=%s revoked=%s %s <%s>"
                    .formatted(direction, type, status, edited, revoked, new TreeMap<>(shown), revoked ? null : text);
        }
    }
}
