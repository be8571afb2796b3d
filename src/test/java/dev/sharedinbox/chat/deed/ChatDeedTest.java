package dev.sharedinbox.chat.deed;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.CustomerChat;
import dev.sharedinbox.testing.Database;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ChatDeedTest {

    private Agent maya;
    private CustomerChat chat;

    @BeforeEach
    void begin() {
        maya = Agent.called("maya");
        chat = CustomerChat.begun();
    }

    @Test
    void assigning_tellsWhereTheChatStoodBefore() {
        // Given
        var lena = done(assign(maya, DemoIds.LENA, DemoIds.SALES_TEAM), "assignChat");
        assertThat(lena.text("assignChat.chat.assignee.id")).isEqualTo(DemoIds.LENA.toString());

        // When
        var jonas = done(assign(maya, DemoIds.JONAS, null), "assignChat");

        // Then
        assertThat(jonas.text("assignChat.chat.assignee.id")).isEqualTo(DemoIds.JONAS.toString());
        assertThat(jonas.<Object>get("assignChat.chat.team.id")).isEqualTo(DemoIds.SALES_TEAM.toString());
        var before = new JsonObject(changes("chat.updated").getLast()).getJsonObject("before");
        assertThat(before.getString("inboxId")).isEqualTo(DemoIds.SALES_INBOX.toString());
        assertThat(before.getString("assigneeId")).isEqualTo(DemoIds.LENA.toString());
        assertThat(before.getString("teamId")).isEqualTo(DemoIds.SALES_TEAM.toString());
    }

    @Test
    void assigningToNobody_leavesTheTeam() {
        // Given
        done(assign(maya, DemoIds.LENA, DemoIds.SALES_TEAM), "assignChat");

        // When
        var answer = done(maya.does("assignChat", Map.of("chatId", chat.id())), "assignChat");

        // Then
        assertThat(answer.<Object>get("assignChat.chat.assignee")).isNull();
        assertThat(answer.text("assignChat.chat.team.id")).isEqualTo(DemoIds.SALES_TEAM.toString());
    }

    @Test
    void assigningAgain_changesNothingAndTellsNobody() {
        // Given
        done(assign(maya, DemoIds.LENA, null), "assignChat");
        var before = changes("chat.updated").size();

        // When
        done(assign(maya, DemoIds.LENA, null), "assignChat");

        // Then
        assertThat(changes("chat.updated")).hasSize(before);
    }

    @Test
    void agentWhoGivesAChatAway_seesItNoMore() {
        // Given
        var lena = Agent.called("lena");
        assertThat(assign(lena, DemoIds.LENA, null).userErrorCodes("assignChat"))
                .containsExactly("NOT_FOUND");
        done(assign(maya, DemoIds.LENA, null), "assignChat");

        // When
        var away = done(assign(lena, DemoIds.JONAS, null), "assignChat");

        // Then
        assertThat(away.<Object>get("assignChat.chat")).isNull();
        assertThat(assign(lena, DemoIds.LENA, null).userErrorCodes("assignChat"))
                .containsExactly("NOT_FOUND");
    }

    @Test
    void expectedAssignee_protectsAgainstOverwriting() {
        // Given
        done(assign(maya, DemoIds.LENA, null), "assignChat");
        var input = new HashMap<String, Object>(Map.of("chatId", chat.id(), "userId", DemoIds.JONAS.toString()));
        input.put("expectedAssignee", null);

        // Then
        assertThat(maya.does("assignChat", input).userErrorCodes("assignChat")).containsExactly("ASSIGNEE_CHANGED");
    }

    @Test
    void userOfAnotherWorkspace_doesNotExist() {
        assertThat(assign(maya, DemoIds.ZOE, null).userErrorCodes("assignChat")).containsExactly("NOT_FOUND");
    }

    @Test
    void closedChat_isReopened() {
        // When
        var closed = done(on("closeChat"), "closeChat");
        var reopened = done(on("reopenChat"), "reopenChat");

        // Then
        assertThat(closed.text("closeChat.chat.status")).isEqualTo("CLOSED");
        assertThat(closed.<Object>get("closeChat.chat.closedAt")).isNotNull();
        assertThat(reopened.text("reopenChat.chat.status")).isEqualTo("OPEN");
        assertThat(reopened.<Object>get("reopenChat.chat.closedAt")).isNull();
    }

    @Test
    void reopening_whileTheCustomerHasAnotherChat_isAConflict() {
        // Given
        done(on("closeChat"), "closeChat");
        assertThat(chat.writesAgain()).isNotEqualTo(chat.id());

        // Then
        assertThat(on("reopenChat").userErrorCodes("reopenChat")).containsExactly("CONFLICT");
    }

    @Test
    void readAndUnread_areIdempotent() {
        // When
        var read = done(on("markChatRead"), "markChatRead");
        done(on("markChatRead"), "markChatRead");
        var unread = done(on("markChatUnread"), "markChatUnread");
        done(on("markChatUnread"), "markChatUnread");

        // Then
        assertThat(read.<Boolean>get("markChatRead.chat.unread")).isFalse();
        assertThat(read.number("markChatRead.chat.unreadCount")).isZero();
        assertThat(unread.<Boolean>get("markChatUnread.chat.unread")).isTrue();
        assertThat(changes("chat.read")).hasSize(2);
    }

    @Test
    void tags_areAddedAndRemovedOnce() {
        // Given
        var vip = tag("vip");
        var urgent = tag("urgent");

        // When
        var added = done(tags("addChatTags", vip, urgent, vip), "addChatTags");
        done(tags("addChatTags", vip), "addChatTags");
        var removed = done(tags("removeChatTags", vip), "removeChatTags");

        // Then
        assertThat(added.<List<String>>get("addChatTags.chat.tags.name")).containsExactly("urgent", "vip");
        assertThat(removed.<List<String>>get("removeChatTags.chat.tags.name")).containsExactly("urgent");
        assertThat(changes("chat.updated")).hasSize(2);
    }

    @Test
    void unknownTag_isNotFoundAndNothingIsTagged() {
        // When
        var answer = tags("addChatTags", tag("vip"), UUID.randomUUID().toString());

        // Then
        assertThat(answer.userErrorCodes("addChatTags")).containsExactly("NOT_FOUND");
        assertThat(Database.count("select count(*) from chat_tag where chat_id = ?::uuid", chat.id()))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"closeChat", "reopenChat", "markChatRead", "markChatUnread", "assignChat"})
    void deedOnAChatThatIsNotVisible_findsNothing(String deed) {
        // Given
        var input = Map.of("chatId", chat.id());

        // Then
        assertThat(Agent.called("jonas").does(deed, input).userErrorCodes(deed)).containsExactly("NOT_FOUND");
        assertThat(Agent.called("zoe").does(deed, input).userErrorCodes(deed)).containsExactly("NOT_FOUND");
        assertThat(maya.does(deed, Map.of("chatId", "nonsense")).userErrorCodes(deed))
                .containsExactly("NOT_FOUND");
    }

    @Test
    void deedsAtTheSameTime_leaveNoGapAndNoDeadlock() {
        // When
        var running = new ArrayList<CompletableFuture<Answer>>();
        for (int round = 0; round < 6; round++) {
            running.add(supplyAsync(() -> assign(maya, DemoIds.LENA, null)));
            running.add(supplyAsync(() -> maya.send(chat.id(), "Hello", Map.of())));
            running.add(supplyAsync(() -> on("closeChat")));
            running.add(supplyAsync(() -> on("reopenChat")));
        }

        // Then
        assertThat(running.stream().map(CompletableFuture::join))
                .allSatisfy(answer -> assertThat(answer.errors()).isEmpty());
        assertThat(Database.count("""
                select count(*) from chat where id = ?::uuid and last_seq = (
                    select count(*) from message where message.chat_id = chat.id)
                """, chat.id())).isEqualTo(1);
    }

    private Answer on(String deed) {
        return maya.does(deed, Map.of("chatId", chat.id()));
    }

    private Answer assign(Agent agent, UUID user, UUID team) {
        var input = new HashMap<String, Object>(Map.of("chatId", chat.id(), "userId", user.toString()));
        if (team != null) {
            input.put("teamId", team.toString());
        }
        return agent.does("assignChat", input);
    }

    private Answer tags(String deed, String... tags) {
        return maya.does(deed, Map.of("chatId", chat.id(), "tagIds", List.of(tags)));
    }

    private List<String> changes(String type) {
        return Database.column(
                "select detail::text from change where type = ? and chat_id = ?::uuid order by position",
                type,
                chat.id());
    }

    private static Answer done(Answer answer, String deed) {
        assertThat(answer.userErrorCodes(deed)).isEmpty();
        return answer;
    }

    private static String tag(String name) {
        return Database.column("select id::text from tag where name = ?", name).getFirst();
    }
}
