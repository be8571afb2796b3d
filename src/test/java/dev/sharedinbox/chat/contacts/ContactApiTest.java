package dev.sharedinbox.chat.contacts;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.RowLock;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ContactApiTest {

    private static final String CONTACTS = """
            query ($search: String, $first: Int, $after: String) {
              contacts(search: $search, first: $first, after: $after) {
                edges { node { id name phone } } pageInfo { hasNextPage endCursor } } }
            """;
    private static final String CONTACT = """
            query ($id: ID!, $first: Int, $after: String) {
              contact(id: $id) {
                id name profileName attributes
                chats(first: $first, after: $after) {
                  edges { node { id contact { name attributes } } } pageInfo { hasNextPage endCursor } cursor } } }
            """;
    private static final String UPDATE = """
            mutation ($input: UpdateContactInput!) {
              updateContact(input: $input) { contact { name profileName attributes } errors { code path } } }
            """;

    @Inject
    Pool pool;

    @Inject
    Database database;

    /// A word that no other test's customers have in their names.
    private final String mark =
            "q" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);

    private GraphQl maya;

    @BeforeEach
    void signIn() {
        maya = GraphQl.as("maya");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jose", "JOSÉ", "müller jose", "muller", "ulle osé"})
    void name_isFoundByAnyPartInAnyOrderWithoutAccents(String words) {
        // Given
        chat().name("José Müller " + mark).insert(pool);
        chat().name("Josef Meyer " + mark).insert(pool);

        // When
        var found = names(search(maya, words + " " + mark));

        // Then
        assertThat(found).contains("José Müller " + mark);
    }

    @Test
    void wildcards_standForThemselves() {
        chat().name("Fifty % " + mark).insert(pool);
        chat().name("Fifty of " + mark).insert(pool);

        assertThat(names(search(maya, "% " + mark))).containsExactly("Fifty % " + mark);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+49 (176) 5550", "0049 1765550", "176 5550 %s", "0176-5550-%s", "49 176 5550 %s"})
    void number_isFoundInAnyForm(String written) {
        // Given
        var last = Long.toString(1_000_000 + Math.floorMod(UUID.randomUUID().getMostSignificantBits(), 9_000_000L));
        chat().name(mark).phone("+491765550" + last).insert(pool);

        // When
        var found = names(maya.query(CONTACTS, Map.of("search", written.formatted(last), "first", 100)));

        // Then
        assertThat(found).contains(mark);
    }

    @Test
    void searchThatTakesTooLong_isRefused() {
        try (var _ = RowLock.on("lock table contact in access exclusive mode")) {
            // When
            var answer = maya.query(CONTACTS, Map.of("search", "zq"));

            // Then
            assertThat(answer.errorCodes()).containsExactly("QUERY_TOO_BROAD");
        }
        assertThat(names(search(maya, mark))).isEmpty();
    }

    @Test
    void pages_goThroughAllByName() {
        // Given
        List.of("Émile", "anna", "Bert", "emil")
                .forEach(name -> chat().name(name + " " + mark).insert(pool));

        // When
        var one = maya.query(CONTACTS, Map.of("search", mark, "first", 3));
        var after = one.text("contacts.pageInfo.endCursor");
        var two = maya.query(CONTACTS, Map.of("search", mark, "first", 3, "after", after));

        // Then
        assertThat(names(one)).containsExactly("anna " + mark, "Bert " + mark, "emil " + mark);
        assertThat(names(two)).containsExactly("Émile " + mark);
        assertThat(maya.query(CONTACTS, Map.of("search", "other", "after", after))
                        .errorCodes())
                .containsExactly("INVALID_CURSOR");
    }

    @Test
    void agent_findsCustomersOfTheirOwnChatsOnly() {
        // Given
        var own = chat().name("Own " + mark).assignee(DemoIds.LENA).insert(pool);
        var others = chat().name("Others " + mark).assignee(DemoIds.JONAS).insert(pool);
        var lena = GraphQl.as("lena");

        // When
        var found = names(search(lena, mark));

        // Then
        assertThat(found).containsExactly("Own " + mark);
        assertThat(contact(lena, contactOf(own)).text("contact.name")).isEqualTo("Own " + mark);
        assertThat(contact(lena, contactOf(others)).<Object>get("contact")).isNull();
    }

    @Test
    void otherWorkspace_findsNobody() {
        var chat = chat().name(mark).insert(pool);
        var zoe = GraphQl.as("zoe");

        assertThat(names(search(zoe, mark))).isEmpty();
        assertThat(contact(zoe, contactOf(chat)).<Object>get("contact")).isNull();
        assertThat(update(zoe, contactOf(chat), Map.of("name", "Mine")).userErrorCodes("updateContact"))
                .containsExactly("NOT_FOUND");
    }

    @Test
    void givenName_winsOverTheWhatsappNameAndRepaintsTheChats() {
        // Given
        var chat = chat().name("~*" + mark + "*~").insert(pool);
        var contact = contactOf(chat);

        // When
        var updated = update(maya, contact, Map.of("name", "Ms Łukasz " + mark, "attributes", Map.of("tier", "gold")));

        // Then
        assertThat(updated.text("updateContact.contact.name")).isEqualTo("Ms Łukasz " + mark);
        assertThat(updated.text("updateContact.contact.profileName")).isEqualTo("~*" + mark + "*~");
        assertThat(updated.text("updateContact.contact.attributes.tier")).isEqualTo("gold");
        assertThat(names(search(maya, "lukasz " + mark))).hasSize(1);
        assertThat(contact(maya, contact).text("contact.chats.edges[0].node.contact.name"))
                .isEqualTo("Ms Łukasz " + mark);
        assertThat(database.run(
                        "select from change where chat_id = $1 and type = 'chat.updated'", UUID.fromString(chat)))
                .hasSize(1);
    }

    @Test
    void nameThatIsTakenBack_givesWayToTheWhatsappName() {
        // Given
        var contact = contactOf(chat().name(mark).insert(pool));
        update(maya, contact, Map.of("name", "Given", "attributes", Map.of("a", "b")));
        var nothing = new HashMap<String, Object>();
        nothing.put("name", null);

        // When
        var updated = update(maya, contact, nothing);

        // Then
        assertThat(updated.text("updateContact.contact.name")).isEqualTo(mark);
        assertThat(updated.text("updateContact.contact.attributes.a")).isEqualTo("b");
    }

    @Test
    void attributeThatIsNoText_isRefused() {
        var contact = contactOf(chat().name(mark).insert(pool));

        assertThat(update(maya, contact, Map.of("attributes", Map.of("age", 7))).userErrorCodes("updateContact"))
                .containsExactly("INVALID_INPUT");
    }

    @Test
    void timeline_holdsAllChatsThatTheViewerMaySee() {
        // Given
        var old = chat().name(mark)
                .status("CLOSED")
                .assignee(DemoIds.LENA)
                .lastActivityAt(Instant.parse("2025-01-01T00:00:00Z"))
                .insert(pool);
        var young = chat().inSupport().insert(pool);
        var contact = contactOf(old);
        database.run("update chat set contact_id = $2 where id = $1", UUID.fromString(young), UUID.fromString(contact));

        // When
        var all = contact(maya, contact);
        var first = maya.query(CONTACT, Map.of("id", contact, "first", 1));
        var second = maya.query(
                CONTACT, Map.of("id", contact, "first", 1, "after", first.text("contact.chats.pageInfo.endCursor")));
        var lenas = contact(GraphQl.as("lena"), contact);

        // Then
        assertThat(chats(all)).containsExactly(young, old);
        assertThat(chats(first)).containsExactly(young);
        assertThat(first.<Boolean>get("contact.chats.pageInfo.hasNextPage")).isTrue();
        assertThat(chats(second)).containsExactly(old);
        assertThat(chats(lenas)).containsExactly(old);
    }

    private static Answer search(GraphQl api, String search) {
        return api.query(CONTACTS, Map.of("search", search));
    }

    private static Answer contact(GraphQl api, String id) {
        return api.query(CONTACT, Map.of("id", id));
    }

    private static Answer update(GraphQl api, String contact, Map<String, ?> more) {
        var input = new HashMap<String, Object>(Map.of("contactId", contact));
        input.putAll(more);
        return api.query(UPDATE, Map.of("input", input));
    }

    private static List<String> names(Answer answer) {
        return answer.list("contacts.edges.node.name");
    }

    private static List<String> chats(Answer answer) {
        return answer.list("contact.chats.edges.node.id");
    }

    private String contactOf(String chat) {
        return database.run("select contact_id from chat where id = $1", UUID.fromString(chat))
                .getFirst()
                .getUUID("contact_id")
                .toString();
    }
}
