package dev.sharedinbox.chat.list.way;

import dev.sharedinbox.chat.ChatStatus;
import dev.sharedinbox.chat.ChatView;
import dev.sharedinbox.chat.list.field.ChatFields;
import dev.sharedinbox.chat.list.field.SessionStateColumn;
import dev.sharedinbox.filter.condition.Border;
import dev.sharedinbox.filter.condition.Edge;
import dev.sharedinbox.platform.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/// A stretch of a sorted list: which chats stand in it, and which moment of theirs puts them in order. It
/// exists twice, as SQL about a chat named `c` and in memory, and both always give the same answer.
public enum Segment {
    /// Whose customer waits, the one who has waited longest first.
    WAITING("c.waiting_since", true),
    /// That are not closed and in which free-form messages may be sent, the window that ends soonest first.
    /// A window is of the conversation, but only one of its chats is not closed, and all that prolongs the
    /// window happens in it.
    EXPIRING(SessionStateColumn.EXPIRES_AT, true),
    /// Unread ones, newest activity first.
    UNREAD("c.last_activity_at", false),
    /// All, the one that began last first.
    STARTED("c.started_at", false),
    /// All, newest activity first.
    ACTIVITY("c.last_activity_at", false);

    private final String moment;
    private final boolean oldestFirst;

    Segment(String moment, boolean oldestFirst) {
        this.moment = moment;
        this.oldestFirst = oldestFirst;
    }

    /// The column, or the expression, of the moment.
    public String moment() {
        return moment;
    }

    /// Whether its chats come in the order of their moments, rather than the newest first.
    public boolean isOldestFirst() {
        return oldestFirst;
    }

    boolean isByActivity() {
        return this == UNREAD || this == ACTIVITY;
    }

    /// Whether a chat stands in it, unless an earlier segment has it; never null.
    public String condition(Sql sql, Instant now) {
        return switch (this) {
            case WAITING -> "c.waiting_since is not null";
            case EXPIRING -> "(c.status <> 'CLOSED' and coalesce(" + moment + " > " + bind(sql, now) + ", false))";
            case UNREAD -> "c.unread";
            case STARTED, ACTIVITY -> "true";
        };
    }

    /// The moment of a chat; empty when it does not stand in this segment.
    Optional<Instant> of(ChatView chat, Instant now) {
        return switch (this) {
            case WAITING -> Optional.ofNullable(chat.waitingSince());
            case EXPIRING ->
                chat.status() == ChatStatus.CLOSED
                        ? Optional.empty()
                        : Optional.ofNullable(chat.session().expiresAt()).filter(end -> end.isAfter(now));
            case UNREAD -> chat.unread() ? Optional.of(chat.lastActivityAt()) : Optional.empty();
            case STARTED -> Optional.of(chat.startedAt());
            case ACTIVITY -> Optional.of(chat.lastActivityAt());
        };
    }

    /// Whether somebody has to do with each of its chats, see [Rules#isBusy].
    boolean isBusy() {
        return switch (this) {
            case WAITING, EXPIRING, UNREAD -> true;
            case STARTED, ACTIVITY -> false;
        };
    }

    /// The moments at which chats leave it without a change.
    Set<Border> borders() {
        return this == EXPIRING
                ? Set.of(new Border(ChatFields.SESSION_EXPIRES_AT, new Edge.FromNow(Duration.ZERO)))
                : Set.of();
    }

    /// The field of filters that holds the moment.
    String field() {
        return switch (this) {
            case WAITING -> ChatFields.WAITING_SINCE;
            case EXPIRING -> ChatFields.SESSION_EXPIRES_AT;
            case UNREAD, ACTIVITY -> ChatFields.LAST_ACTIVITY_AT;
            case STARTED -> ChatFields.STARTED_AT;
        };
    }

    /// The way along an index in this order, through whatever chats there are.
    Branch index(Sql sql, Instant now) {
        return switch (this) {
            case WAITING -> Branch.ofChats(condition(sql, now)).by(moment);
            case EXPIRING -> Branch.ofWindows(bind(sql, now));
            case UNREAD -> Branch.ofChats("c.unread");
            case STARTED, ACTIVITY -> Branch.ofChats("true").by(moment);
        };
    }

    private static String bind(Sql sql, Instant now) {
        return sql.bind(now.atOffset(ZoneOffset.UTC)) + "::timestamptz";
    }
}
