package dev.sharedinbox.chat.list.field;

import dev.sharedinbox.chat.SessionState;
import dev.sharedinbox.filter.condition.Border;
import dev.sharedinbox.filter.condition.Column;
import dev.sharedinbox.filter.condition.Edge;
import dev.sharedinbox.platform.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;

/// Whether a chat's session window is open, which time alone changes.
public final class SessionStateColumn implements Column<ChatFacts, String> {

    /// When the window of a chat named `c` ends; null when the customer never wrote.
    public static final String EXPIRES_AT = "(select session_window.expires_at from session_window"
            + " where session_window.workspace_id = c.workspace_id"
            + " and session_window.business_number_id = c.business_number_id"
            + " and session_window.contact_id = c.contact_id)";

    @Override
    public String sql(Sql sql, Instant now) {
        return "case when " + EXPIRES_AT + " > " + sql.bind(now.atOffset(ZoneOffset.UTC))
                + "::timestamptz then 'OPEN' else 'CLOSED' end";
    }

    @Override
    public Set<Border> borders() {
        return Set.of(new Border(ChatFields.SESSION_EXPIRES_AT, new Edge.FromNow(Duration.ZERO)));
    }

    @Override
    public String value(ChatFacts facts, Instant now) {
        var expiresAt = facts.sessionExpiresAt();
        var open = expiresAt != null && expiresAt.isAfter(now);
        return (open ? SessionState.OPEN : SessionState.CLOSED).name();
    }
}
