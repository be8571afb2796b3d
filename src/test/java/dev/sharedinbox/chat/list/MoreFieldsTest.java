package dev.sharedinbox.chat.list;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.ChatFixtures;
import dev.sharedinbox.testing.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What filters ask of the customer, of our answers and of what brought the customer.
@QuarkusTest
class MoreFieldsTest {

    private static final Instant JANUARY = Instant.parse("2025-01-15T12:00:00Z");
    private static final Instant MARCH = Instant.parse("2025-03-15T12:00:00Z");
    private static final String CHATS =
            "query ($text: String) { chats(filterText: $text, first: 100) { edges { node { id } } }"
                    + " chatCount(filterText: $text) { value } }";

    @Inject
    Pool pool;

    UUID tag;
    String failed;
    String read;
    String unanswered;

    @BeforeEach
    void threeChats() {
        tag = ChatFixtures.newTag(pool);
        failed = chat().tag(tag)
                .phone("+4915155501234")
                .username("Ana.M")
                .contactAttribute("Order no. (1)", "A-77")
                .messages(2)
                .answered(DemoIds.LENA, "READ", JANUARY)
                .failedToAnswer(DemoIds.MAYA, "131026", MARCH)
                .referral("AD", "120210000001", "ARAkLkA8rm")
                .insert(pool);
        read = chat().tag(tag)
                .phone("+13065550199")
                .status("CLOSED")
                .lastActivityAt(MARCH)
                .contactAttribute("Order no. (1)", "B-12")
                .answered(DemoIds.LENA, "READ", MARCH)
                .failedToAnswer(DemoIds.LENA, "OUTCOME_UNKNOWN", JANUARY)
                .referral("POST", "120210000001", "x")
                .insert(pool);
        unanswered = chat().tag(tag).messages(1).insert(pool);
    }

    @Test
    void ourLastMessage_isTheOneThatWasWrittenLast() {
        assertThat(found("lastOutgoingStatus==FAILED")).containsExactly(failed);
        assertThat(found("lastOutgoingStatus==READ")).containsExactly(read);
        assertThat(found("lastOutgoingStatus!=FAILED")).containsExactlyInAnyOrder(read, unanswered);
        assertThat(found("lastOutgoingStatus=empty=true")).containsExactly(unanswered);
        assertThat(found("lastFailureCode==131026")).containsExactly(failed);
        assertThat(found("lastFailureCode=between=(131000,132000)")).containsExactly(failed);
        assertThat(found("lastFailureCode=empty=true")).containsExactlyInAnyOrder(read, unanswered);
        assertThat(found("lastOutboundAt=on=2025-03-15")).containsExactlyInAnyOrder(failed, read);
        assertThat(found("lastOutboundAt<2025-03-01")).isEmpty();
        assertThat(found("lastOutboundAt=empty=true")).containsExactly(unanswered);
    }

    @Test
    void participating_isWhoeverWroteInIt() {
        assertThat(found("maya", "participating==true")).containsExactly(failed);
        assertThat(found("maya", "participating==false")).containsExactlyInAnyOrder(read, unanswered);
        assertThat(found("omar", "participating!=true")).containsExactlyInAnyOrder(failed, read, unanswered);
    }

    @Test
    void closed() {
        assertThat(found("closedAt=on=2025-03-15")).containsExactly(read);
        assertThat(found("closedAt<2025-03-15")).isEmpty();
        assertThat(found("closedAt=empty=true")).containsExactlyInAnyOrder(failed, unanswered);
    }

    @Test
    void customer() {
        assertThat(found("hasPhone==false")).containsExactly(unanswered);
        assertThat(found("hasPhone!=false")).containsExactlyInAnyOrder(failed, read);
        assertThat(found("country==DE")).containsExactly(failed);
        assertThat(found("country=in=(DE,CA)")).containsExactlyInAnyOrder(failed, read);
        assertThat(found("country!=DE")).containsExactlyInAnyOrder(read, unanswered);
        assertThat(found("country=empty=true")).containsExactly(unanswered);
        assertThat(found("phone=ends='55 501-234'")).containsExactly(failed);
        assertThat(found("username==ANA.m")).containsExactly(failed);
        assertThat(found("username=starts=ana")).containsExactly(failed);
        assertThat(found("username=ends=.M")).containsExactly(failed);
        assertThat(found("username=starts='a_a'")).isEmpty();
        assertThat(found("username!=ana.m")).containsExactlyInAnyOrder(read, unanswered);
        assertThat(found("contactName=ends=BODY")).containsExactlyInAnyOrder(failed, read, unanswered);
    }

    @Test
    void customersAttributes() {
        var field = "contactAttributes.Order%20no.%20%281%29";

        assertThat(found(field + "==a-77")).containsExactly(failed);
        assertThat(found(field + "=ends=-12")).containsExactly(read);
        assertThat(found(field + "=lacks=7")).containsExactlyInAnyOrder(read, unanswered);
        assertThat(found(field + "=empty=true")).containsExactly(unanswered);
        assertThat(found("contactAttributes.order=empty=true")).hasSize(3);
    }

    @Test
    void advertisement_isNotAPost() {
        assertThat(found("adSourceId==120210000001")).containsExactly(failed);
        assertThat(found("adSourceId=empty=true")).containsExactlyInAnyOrder(read, unanswered);
        assertThat(found("ctwaClid==ARAkLkA8rm")).containsExactly(failed);
        assertThat(found("ctwaClid=empty=false")).containsExactlyInAnyOrder(failed, read);
    }

    private List<String> found(String text) {
        return found("maya", text);
    }

    private List<String> found(String user, String text) {
        var answer = GraphQl.as(user).query(CHATS, Map.of("text", "tags=any=(" + tag + ");" + text));
        List<String> ids = answer.list("chats.edges.node.id");
        assertThat(answer.number("chatCount.value")).isEqualTo(ids.size());
        return ids;
    }
}
