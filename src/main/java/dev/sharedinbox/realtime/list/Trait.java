package dev.sharedinbox.realtime.list;

import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.chat.list.field.ChatFields;
import dev.sharedinbox.team.access.ChatPlace;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Something that a chat has and a list may demand.
///
/// @param value null for none
record Trait(Kind kind, @Nullable Object value) {

    /// Of what kind it is, rarest first. Status comes last: a change that moves a chat tells where it stood before, not
    /// what its status was, so lists that show only some places must be found by these.
    enum Kind {
        ASSIGNEE(ChatFields.ASSIGNEE, 0),
        TEAM("team", 2),
        INBOX(ChatFields.INBOX, 4),
        STATUS(ChatFields.STATUS, 6);

        private static final int NONE = 5;

        private final String field;
        private final int commonness;

        Kind(String field, int commonness) {
            this.field = field;
            this.commonness = commonness;
        }

        /// The kind of what a field holds.
        static Optional<Kind> of(String field) {
            return Stream.of(values()).filter(kind -> kind.field.equals(field)).findFirst();
        }
    }

    /// What a chat has that stands at a place.
    static Stream<Trait> of(ChatPlace place) {
        return Stream.of(
                new Trait(Kind.ASSIGNEE, place.assigneeId()),
                new Trait(Kind.TEAM, place.teamId()),
                new Trait(Kind.INBOX, place.inboxId()));
    }

    /// What a chat has.
    static Stream<Trait> of(ChatFacts facts) {
        return Stream.concat(
                of(facts.place()),
                Stream.of(new Trait(Kind.STATUS, facts.status().name())));
    }

    /// How many chats have it, in comparison to others: nobody's are more than one inbox's.
    int commonness() {
        return value == null ? Kind.NONE : kind.commonness;
    }
}
