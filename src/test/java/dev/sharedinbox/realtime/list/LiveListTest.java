package dev.sharedinbox.realtime.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.channel.BusinessNumberView;
import dev.sharedinbox.channel.InboxView;
import dev.sharedinbox.chat.ChatEntry;
import dev.sharedinbox.chat.ChatStatus;
import dev.sharedinbox.chat.ChatTraits;
import dev.sharedinbox.chat.ChatView;
import dev.sharedinbox.chat.FullChat;
import dev.sharedinbox.chat.SessionState;
import dev.sharedinbox.chat.SessionWindowView;
import dev.sharedinbox.chat.list.ChatFilterInput;
import dev.sharedinbox.chat.list.ChatQuery;
import dev.sharedinbox.chat.list.ChatRuleInput;
import dev.sharedinbox.chat.list.way.ChatSort;
import dev.sharedinbox.contact.ContactView;
import dev.sharedinbox.filter.FilterOperator;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.realtime.row.ListMove;
import dev.sharedinbox.realtime.row.ListRow;
import dev.sharedinbox.realtime.row.Past;
import dev.sharedinbox.realtime.row.Sighting;
import dev.sharedinbox.team.access.AccessScope;
import dev.sharedinbox.team.access.ChatAccess;
import dev.sharedinbox.team.access.ChatPlace;
import dev.sharedinbox.team.access.Viewer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

public class LiveListTest {

    private static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");
    private static final UUID LENA = Ids.next();
    private static final UUID JONAS = Ids.next();
    private static final UUID INBOX = Ids.next();
    private static final Past UNKNOWN = new Past.Unknown();

    private final UUID chat = Ids.next();
    private final LiveList everybodys = openChats();
    private final LiveList lenas = list(ChatAccess.MATCH_ASSIGNEE, LENA, "status", FilterOperator.EQ, "OPEN");

    @Test
    void chatThatFits_entersOrIsUpdated() {
        var open = row(ChatStatus.OPEN, LENA);

        assertThat(decide(lenas, open, new Past.Absent())).contains(ListMove.ENTERED);
        assertThat(decide(lenas, open, UNKNOWN)).contains(ListMove.ENTERED);
        assertThat(decide(lenas, open, known(row(ChatStatus.CLOSED, LENA)))).contains(ListMove.ENTERED);
        assertThat(decide(lenas, open, known(row(ChatStatus.OPEN, JONAS)))).contains(ListMove.ENTERED);
        assertThat(decide(lenas, open, known(row(ChatStatus.OPEN, LENA)))).contains(ListMove.UPDATED);
    }

    @Test
    void chatThatDoesNotFit_leavesIfItMayHaveBeenIn() {
        var closed = row(ChatStatus.CLOSED, LENA);

        assertThat(decide(lenas, closed, known(row(ChatStatus.OPEN, LENA)))).contains(ListMove.LEFT);
        assertThat(decide(lenas, closed, UNKNOWN)).contains(ListMove.LEFT);
        assertThat(decide(lenas, closed, known(row(ChatStatus.CLOSED, LENA)))).isEmpty();
        assertThat(decide(lenas, closed, known(row(ChatStatus.OPEN, JONAS)))).isEmpty();
        assertThat(decide(lenas, closed, new Past.Absent())).isEmpty();
    }

    @Test
    void newChatThatDoesNotFit_leavesForWhomAPageMayHaveShownIt() {
        var closed = row(ChatStatus.CLOSED, LENA);
        var seen = new Sighting(chat, place(LENA), closed, new Past.Absent(), Optional.empty());

        assertThat(lenas.decide(seen.unsure(), NOW, NOW)).contains(ListMove.LEFT);
    }

    @Test
    void chatOfAColleague_isNeverHeardOf() {
        var his = row(ChatStatus.OPEN, JONAS);

        assertThat(decide(lenas, his, UNKNOWN)).isEmpty();
        assertThat(decide(lenas, his, known(his))).isEmpty();
        assertThat(decide(lenas, his, known(row(ChatStatus.OPEN, LENA)))).contains(ListMove.LEFT);
        assertThat(decide(everybodys, his, UNKNOWN)).contains(ListMove.ENTERED);
    }

    @Test
    void chatThatWasMovedAway_leavesEvenIfNothingElseIsKnown() {
        var seen = new Sighting(chat, place(JONAS), row(ChatStatus.OPEN, JONAS), UNKNOWN, Optional.of(place(LENA)));

        assertThat(lenas.decide(seen, NOW, NOW)).contains(ListMove.LEFT);
    }

    @Test
    void chatThatAnEarlierRowShowedAsTakenAway_leavesAgainWithTheChangeThatTookIt() {
        var his = row(ChatStatus.OPEN, JONAS);
        var seen = new Sighting(chat, place(JONAS), his, known(his), Optional.of(place(LENA)));

        assertThat(lenas.decide(seen, NOW, NOW)).contains(ListMove.LEFT);
    }

    @Test
    void chatThatWasNeverTheirs_isNotHeardOfWhenItMoves() {
        var his = row(ChatStatus.OPEN, JONAS);
        var seen = new Sighting(chat, place(JONAS), his, known(his), Optional.of(place(INBOX)));

        assertThat(lenas.decide(seen, NOW, NOW)).isEmpty();
    }

    @Test
    void newerPlace_countsMoreThanTheRow() {
        var seen = new Sighting(chat, place(JONAS), row(ChatStatus.OPEN, LENA), UNKNOWN, Optional.empty());

        assertThat(lenas.decide(seen, NOW, NOW)).isEmpty();
    }

    @Test
    void rowFromBeforeItWasTheirs_doesNotEnter() {
        var others = list(ChatAccess.MATCH_ASSIGNEE, LENA, "assignee", FilterOperator.NE, "ME");
        var his = row(ChatStatus.OPEN, JONAS);
        var seen = new Sighting(chat, place(LENA), his, known(his), Optional.empty());

        assertThat(others.decide(seen, NOW, NOW)).isEmpty();
    }

    @Test
    void chatThatIsGone_leaves() {
        var seen = new Sighting(chat, null, null, known(row(ChatStatus.OPEN, LENA)), Optional.empty());

        assertThat(lenas.decide(seen, NOW, NOW)).contains(ListMove.LEFT);
    }

    @Test
    void timedList_losesAChatThatAnyMomentMayHaveShown() {
        var recent = list(ChatAccess.ALL, LENA, "lastActivityAt", FilterOperator.WITHIN_LAST, "1m");
        var row = row(ChatStatus.OPEN, LENA);
        var seen = new Sighting(chat, place(LENA), row, known(row), Optional.empty());

        assertThat(recent.movesWithTime()).isTrue();
        assertThat(recent.decide(seen, NOW.plusSeconds(90), NOW.plusSeconds(30)))
                .contains(ListMove.LEFT);
        assertThat(recent.decide(row, NOW, NOW.plusSeconds(90))).contains(ListMove.LEFT);
        assertThat(recent.decide(row, NOW.minusSeconds(90), NOW)).contains(ListMove.ENTERED);
        assertThat(recent.decide(row, NOW, NOW.plusSeconds(30))).isEmpty();
    }

    @Test
    void chatWhoseWindowCloses_movesInAListThatIsSortedByWindows() {
        var list = new LiveList(
                INBOX,
                new AccessScope(ChatAccess.ALL, Optional.empty(), LENA, Set.of()),
                new Condition.All<>(List.of()),
                ChatSort.SESSION_EXPIRING);
        var row = row(chat, ChatStatus.OPEN, LENA, NOW.plusSeconds(60));

        assertThat(list.movesWithTime()).isTrue();
        assertThat(list.decide(row, NOW, NOW.plusSeconds(30))).isEmpty();
        assertThat(list.decide(row, NOW, NOW.plusSeconds(60))).contains(ListMove.UPDATED);
        assertThat(list.decide(row, NOW.plusSeconds(60), NOW.plusSeconds(90))).isEmpty();
        assertThat(list.decide(row(chat, ChatStatus.CLOSED, LENA, NOW.plusSeconds(60)), NOW, NOW.plusSeconds(60)))
                .isEmpty();
    }

    @Test
    void chatOfToday_leavesAtMidnight() {
        var today = list(ChatAccess.ALL, LENA, "lastActivityAt", FilterOperator.ON, "TODAY");
        var row = row(ChatStatus.OPEN, LENA);
        var midnight = NOW.atZone(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();

        assertThat(today.movesWithTime()).isTrue();
        assertThat(today.decide(row, NOW, midnight.minusMillis(1))).isEmpty();
        assertThat(today.decide(row, midnight.minusMillis(1), midnight)).contains(ListMove.LEFT);
    }

    @Test
    void listsOfTheSameChats_areEqualWhoeverLooks() {
        assertThat(list(ChatAccess.ALL, JONAS, "status", FilterOperator.EQ, "OPEN"))
                .isEqualTo(everybodys);
        assertThat(list(ChatAccess.MATCH_ASSIGNEE, JONAS, "status", FilterOperator.EQ, "OPEN"))
                .isNotEqualTo(lenas);
        assertThat(list(ChatAccess.ALL, JONAS, "assignee", FilterOperator.EQ, "ME"))
                .isNotEqualTo(list(ChatAccess.ALL, LENA, "assignee", FilterOperator.EQ, "ME"))
                .isEqualTo(list(ChatAccess.ALL, LENA, "assignee", FilterOperator.EQ, JONAS.toString()));
    }

    private Optional<ListMove> decide(LiveList list, ListRow row, Past past) {
        return list.decide(new Sighting(chat, row.facts().place(), row, past, Optional.empty()), NOW, NOW);
    }

    private static Past known(ListRow row) {
        return new Past.Known(row.facts(), NOW);
    }

    private static LiveList list(ChatAccess access, UUID user, String field, FilterOperator operator, String value) {
        var scope = new AccessScope(access, Optional.empty(), user, Set.of());
        var filter = new ChatFilterInput(null, null, new ChatRuleInput(field, operator, List.of(value)));
        var viewer = new Viewer(INBOX, user, INBOX, Set.of(), scope, ZoneOffset.UTC);
        return new LiveList(
                INBOX, scope.essence(), ChatQuery.of(filter, null, null).check(viewer), ChatSort.LAST_ACTIVITY);
    }

    private static ChatPlace place(UUID assignee) {
        return new ChatPlace(INBOX, assignee, null);
    }

    public static ListRow rowOf(UUID chat) {
        return rowOf(chat, ChatStatus.OPEN);
    }

    static ListRow rowOf(UUID chat, ChatStatus status) {
        return row(chat, status, LENA);
    }

    /// The list of all open chats.
    static LiveList openChats() {
        return list(ChatAccess.ALL, LENA, "status", FilterOperator.EQ, "OPEN");
    }

    private ListRow row(ChatStatus status, UUID assignee) {
        return row(chat, status, assignee);
    }

    private static ListRow row(UUID chat, ChatStatus status, UUID assignee) {
        return row(chat, status, assignee, null);
    }

    private static ListRow row(UUID chat, ChatStatus status, UUID assignee, @Nullable Instant windowEnd) {
        var view = new ChatView(
                chat.toString(),
                status,
                new InboxView(INBOX.toString(), "Sales"),
                new BusinessNumberView(INBOX.toString(), "+1", "Sales"),
                new ContactView(INBOX.toString(), "Ana", null, null, null, false, null),
                null,
                null,
                List.of(),
                List.of(),
                0,
                false,
                null,
                NOW,
                null,
                null,
                NOW,
                null,
                new SessionWindowView(SessionState.CLOSED, windowEnd, null),
                null);
        var traits = new ChatTraits("", null, Map.of(), Optional.empty(), Set.of());
        return new ListRow(new FullChat(new ChatEntry(chat, place(assignee), view), traits), Object::toString);
    }
}
