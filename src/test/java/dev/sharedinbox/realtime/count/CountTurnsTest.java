package dev.sharedinbox.realtime.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.chat.list.ChatFilterInput;
import dev.sharedinbox.chat.list.ChatQuery;
import dev.sharedinbox.chat.list.ChatRuleInput;
import dev.sharedinbox.chat.list.way.ChatSort;
import dev.sharedinbox.filter.FilterOperator;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.realtime.list.LiveList;
import dev.sharedinbox.team.access.AccessScope;
import dev.sharedinbox.team.access.ChatAccess;
import dev.sharedinbox.team.access.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CountTurnsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    @Test
    void whoWaitedLongest_comesFirst() {
        var lately = triedBefore(Duration.ofSeconds(1));
        var longAgo = triedBefore(Duration.ofSeconds(5));
        var never = group();

        assertThat(CountBoard.due(List.of(lately, longAgo, never), NOW, INTERVAL))
                .containsExactly(never, longAgo, lately);
    }

    @Test
    void whoWasCountedWithinTheInterval_waits() {
        var justNow = triedBefore(Duration.ofMillis(999));

        assertThat(CountBoard.due(List.of(justNow), NOW, INTERVAL)).isEmpty();
    }

    private static CountGroup triedBefore(Duration age) {
        var group = group();
        group.tried(NOW.minus(age));
        return group;
    }

    private static CountGroup group() {
        var workspace = Ids.next();
        var scope = new AccessScope(ChatAccess.ALL, Optional.empty(), Ids.next(), Set.of());
        var viewer = new Viewer(workspace, scope.userId(), Ids.next(), Set.of(), scope, ZoneOffset.UTC);
        var open = new ChatFilterInput(null, null, new ChatRuleInput("status", FilterOperator.EQ, List.of("OPEN")));
        var condition = ChatQuery.of(open, null, null).check(viewer);
        var list = new LiveList(workspace, scope.essence(), condition, ChatSort.LAST_ACTIVITY);
        return new CountGroup(list, _ -> {});
    }
}
