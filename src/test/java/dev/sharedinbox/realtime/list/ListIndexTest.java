package dev.sharedinbox.realtime.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.chat.ChatEntry;
import dev.sharedinbox.chat.FullChat;
import dev.sharedinbox.chat.list.RandomChats;
import dev.sharedinbox.chat.list.RandomFilters;
import dev.sharedinbox.chat.list.way.ChatSort;
import dev.sharedinbox.filter.Filter;
import dev.sharedinbox.filter.FilterContext;
import dev.sharedinbox.filter.FilterOperator;
import dev.sharedinbox.realtime.row.ListRow;
import dev.sharedinbox.realtime.row.Past;
import dev.sharedinbox.realtime.row.Sighting;
import dev.sharedinbox.team.access.AccessScope;
import dev.sharedinbox.team.access.ChatAccess;
import dev.sharedinbox.team.access.ChatPlace;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/// A list is always asked of a chat that is in it now, or was, whatever its filter, its viewer and the change.
class ListIndexTest {

    private static final RandomChats CHATS = RandomChats.stored();
    private static final RandomFilters FILTERS = new RandomFilters(CHATS);
    private static final UUID ANA = CHATS.users().getFirst();
    private static final UUID BEN = CHATS.users().getLast();

    private final ListIndex<LiveList> index = new ListIndex<>();

    /// @param told how the chat was when it was last told of
    /// @param moved how it was when this change moved it, if it did; it may be told for the first time
    /// @param now how it is
    @Property(tries = 3000, shrinking = ShrinkingMode.BOUNDED)
    void listThatHoldsAChatOrDid_isAsked(
            @ForAll("filters") Filter filter,
            @ForAll("scopes") AccessScope scope,
            @ForAll("chats") UUID told,
            @ForAll("moves") Optional<UUID> moved,
            @ForAll("chats") UUID now) {
        // Given
        var list = list(filter, scope);
        index.add(list, list);

        // When
        var seen = sighting(known(told), now, moved.map(ListIndexTest::place));

        // Then
        var decided = list.decide(seen, RandomChats.NOW, RandomChats.NOW);
        if (decided.isPresent()
                && Stream.concat(Stream.of(told, now), moved.stream()).anyMatch(chat -> holds(list, chat))) {
            assertThat(index.concernedBy(seen)).contains(list);
        }
        index.remove(list, list);
        assertThat(index.concernedBy(seen)).isEmpty();
    }

    @Example
    void listsOfOthers_areNotAsked() {
        // Given
        var anas = add(rule("assignee", "ME"), scope(ChatAccess.ALL, ANA));
        var anasOpen = add(all(rule("assignee", "ME"), rule("status", "OPEN")), scope(ChatAccess.ALL, ANA));
        var whatAnaSees = add(rule("status", "OPEN"), scope(ChatAccess.MATCH_ASSIGNEE, ANA));
        var bens = add(rule("assignee", "ME"), scope(ChatAccess.ALL, BEN));
        var anasOrBens = add(any(rule("assignee", ANA.toString()), rule("assignee", BEN.toString())), everybody());
        var everything = add(any(rule("assignee", "ME"), rule("unread", "true")), scope(ChatAccess.ALL, BEN));

        // When
        var ofAna = chatOf(ANA);

        // Then
        assertThat(index.concernedBy(sighting(known(ofAna), ofAna, Optional.empty())))
                .contains(anas, anasOpen, whatAnaSees, anasOrBens, everything)
                .doesNotContain(bens);
    }

    @Example
    void listThatAChatWasTakenFrom_isAsked() {
        var anas = add(rule("assignee", "ME"), scope(ChatAccess.ALL, ANA));
        var bens = add(rule("assignee", "ME"), scope(ChatAccess.ALL, BEN));

        assertThat(index.concernedBy(sighting(known(chatOf(ANA)), chatOf(BEN), Optional.empty())))
                .contains(anas, bens);
        assertThat(index.concernedBy(sighting(known(chatOf(BEN)), chatOf(BEN), Optional.of(place(chatOf(ANA))))))
                .contains(anas, bens);
    }

    @Example
    void chatOfWhichNobodyKnowsHowItWas_concernsEveryList() {
        var bens = add(rule("assignee", "ME"), scope(ChatAccess.ALL, BEN));
        var seen = sighting(new Past.Unknown(), chatOf(ANA), Optional.empty());

        assertThat(index.concernedBy(seen)).contains(bens);
        assertThat(index.concernedBy(new Sighting(seen.chatId(), null, null, known(chatOf(ANA)), Optional.empty())))
                .contains(bens);
    }

    @Provide
    Arbitrary<AccessScope> scopes() {
        return FILTERS.scopes();
    }

    /// Random ones, and more of those that demand something.
    @Provide
    Arbitrary<Filter> filters() {
        var ids = Arbitraries.of(CHATS.users()).map(UUID::toString);
        var demanding = Arbitraries.oneOf(
                        ids.map(id -> rule("assignee", id)),
                        Arbitraries.of("OPEN", "CLOSED").map(word -> rule("status", word)),
                        Arbitraries.of(CHATS.inboxes()).map(id -> rule("inbox", id.toString())),
                        Arbitraries.of(CHATS.teams()).map(id -> rule("team", id.toString())),
                        Arbitraries.just(new Filter.Rule("assignee", FilterOperator.IS_EMPTY, List.of())))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3);
        return Arbitraries.oneOf(FILTERS.filters(), demanding.map(Filter.All::new), demanding.map(Filter.Any::new));
    }

    @Provide
    Arbitrary<UUID> chats() {
        return Arbitraries.of(CHATS.facts().keySet());
    }

    @Provide
    Arbitrary<Optional<UUID>> moves() {
        return chats().optional(0.5);
    }

    private LiveList add(Filter filter, AccessScope scope) {
        var list = list(filter, scope);
        index.add(list, list);
        return list;
    }

    private static LiveList list(Filter filter, AccessScope scope) {
        var context = new FilterContext(scope.userId(), scope.teams(), ZoneOffset.UTC);
        return new LiveList(
                CHATS.workspace(),
                scope.essence(),
                CHATS.catalogue().check(filter, context, "filter"),
                ChatSort.LAST_ACTIVITY);
    }

    private static Filter rule(String field, String value) {
        return new Filter.Rule(field, FilterOperator.EQ, List.of(value));
    }

    private static Filter all(Filter... parts) {
        return new Filter.All(List.of(parts));
    }

    private static Filter any(Filter... parts) {
        return new Filter.Any(List.of(parts));
    }

    private static AccessScope scope(ChatAccess access, UUID user) {
        return new AccessScope(access, Optional.empty(), user, Set.of());
    }

    private static AccessScope everybody() {
        return scope(ChatAccess.ALL, BEN);
    }

    private static boolean holds(LiveList list, UUID chat) {
        var facts = CHATS.facts().get(chat);
        return list.scope().allows(facts.place()) && list.condition().holds(facts, RandomChats.NOW);
    }

    private static Past known(UUID chat) {
        return new Past.Known(CHATS.facts().get(chat), RandomChats.NOW);
    }

    private static ChatPlace place(UUID chat) {
        return CHATS.facts().get(chat).place();
    }

    /// An open chat that is assigned to a user.
    private static UUID chatOf(UUID user) {
        return CHATS.facts().entrySet().stream()
                .filter(chat -> user.equals(chat.getValue().place().assigneeId()))
                .filter(chat -> chat.getValue().status().name().equals("OPEN"))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static Sighting sighting(Past past, UUID now, Optional<ChatPlace> placeBefore) {
        var facts = CHATS.facts().get(now);
        var entry = new ChatEntry(now, facts.place(), CHATS.views().get(now));
        var row = new ListRow(new FullChat(entry, facts.traits()), Object::toString);
        return new Sighting(now, facts.place(), row, past, placeBefore);
    }
}
