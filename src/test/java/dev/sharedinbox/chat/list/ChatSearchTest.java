package dev.sharedinbox.chat.list;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.ChatFixtures;
import dev.sharedinbox.testing.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChatSearchTest {

    private static final String CHATS = """
            query ($search: String, $filter: ChatFilterInput, $first: Int, $after: String) {
              chats(search: $search, filter: $filter, first: $first, after: $after) {
                edges { node { id } } pageInfo { endCursor hasNextPage } }
              chatCount(search: $search, filter: $filter) { value } }
            """;

    @Inject
    Pool pool;

    UUID tag;
    String amelie;
    String bo;

    @BeforeEach
    void twoCustomers() {
        tag = ChatFixtures.newTag(pool);
        amelie = chat().tag(tag)
                .assignee(DemoIds.LENA)
                .name("Amélie Dūšková-Żak")
                .phone("+420777123456")
                .insert(pool);
        bo = chat().tag(tag).name("Bo 50%_off\\").phone("+16505557788").insert(pool);
    }

    @Test
    void name_isFoundByItsParts() {
        assertThat(found("amélie")).containsExactly(amelie);
        assertThat(found("ŻAK dūš")).containsExactly(amelie);
        assertThat(found("amelie")).containsExactly(amelie);
        assertThat(found("zak DUSKOVA")).containsExactly(amelie);
        assertThat(found("b")).containsExactly(bo);
        assertThat(found("amélie bo")).isEmpty();
        assertThat(found("amelia")).isEmpty();
    }

    @Test
    void signsOfPatterns_areOnlyText() {
        assertThat(found("50%_")).containsExactly(bo);
        assertThat(found("off\\")).containsExactly(bo);
        assertThat(found("5%off")).isEmpty();
        assertThat(found("'; drop table chat; --")).isEmpty();
    }

    @Test
    void number_isFoundInAnySpelling() {
        assertThat(found("+420 777 123 456")).containsExactly(amelie);
        assertThat(found("(650) 555-77")).containsExactly(bo);
        assertThat(found("7788")).containsExactly(bo);
        assertThat(found("0777 / 123")).containsExactly(amelie);
        assertThat(found("00420777")).containsExactly(amelie);
        assertThat(found("71234")).containsExactly(amelie);
        assertThat(found("77")).isEmpty();
        assertThat(found("99999999")).isEmpty();
    }

    @Test
    void nameThatIsANumber_isFoundToo() {
        // Given
        var agent = chat().tag(tag).name("Agent 007").insert(pool);

        // Then
        assertThat(found("007")).containsExactly(agent);
    }

    @Test
    void filterByName_ignoresAccentsAndCaseAsTheSearchDoes() {
        // Given
        var named = Map.of(
                "rule", Map.of("field", "contactName", "operator", "EQ", "values", List.of("AMELIE duskova-zak")));
        var tagged = Map.of("rule", Map.of("field", "tags", "operator", "ANY_OF", "values", List.of(tag.toString())));

        // Then
        assertThat(ids(ask("maya", Map.of("filter", Map.of("all", List.of(named, tagged))))))
                .containsExactly(amelie);
    }

    @Test
    void emptySearch_findsEverything() {
        assertThat(found(" ")).containsExactlyInAnyOrder(amelie, bo);
    }

    @Test
    void nameOfMoreThanAFew_findsAllTheirChats() {
        // Given
        var crowd = "crowd" + tag.toString().substring(24);
        pool.preparedQuery("insert into contact (workspace_id, id, name)"
                        + " select $1, gen_random_uuid(), $2 from generate_series(1, 1001)")
                .execute(Tuple.of(DemoIds.WORKSPACE, crowd))
                .await()
                .atMost(Duration.ofSeconds(30));
        var one = chat().tag(tag).name(crowd + " one").insert(pool);
        var two = chat().tag(tag).name(crowd + " two").insert(pool);

        // Then
        assertThat(found(crowd)).containsExactlyInAnyOrder(one, two);
        assertThat(found(crowd + " two")).containsExactly(two);
    }

    @Test
    void search_neverWidensTheView() {
        assertThat(ids(ask("lena", Map.of("search", "Dūšková")))).contains(amelie);
        assertThat(ids(ask("jonas", Map.of("search", "Dūšková")))).doesNotContain(amelie);
        assertThat(ids(ask("zoe", Map.of("search", "Dūšková")))).isEmpty();
    }

    @Test
    void cursor_isBoundToTheSearch() {
        // Given
        var cursor = ask("maya", Map.of("search", "Dūšková", "first", 1)).text("chats.pageInfo.endCursor");

        // Then
        assertThat(ask("maya", Map.of("search", "dūšková", "after", cursor)).errorCodes())
                .containsExactly("INVALID_CURSOR");
    }

    @Test
    void absurdSearch_isRefused() {
        assertThat(ask("maya", Map.of("search", "x".repeat(201))).errorCodes()).containsOnly("INVALID_FILTER");
        assertThat(ask("maya", Map.of("search", "x ".repeat(51))).errorCodes()).containsOnly("INVALID_FILTER");
    }

    private List<String> found(String search) {
        var rule = Map.of("field", "tags", "operator", "ANY_OF", "values", List.of(tag.toString()));
        var answer = ask("maya", Map.of("search", search, "filter", Map.of("rule", rule)));
        assertThat(answer.number("chatCount.value")).isEqualTo(ids(answer).size());
        return ids(answer);
    }

    private static Answer ask(String user, Map<String, ?> arguments) {
        return GraphQl.as(user).query(CHATS, new HashMap<>(arguments));
    }

    private static List<String> ids(Answer answer) {
        return answer.list("chats.edges.node.id");
    }
}
