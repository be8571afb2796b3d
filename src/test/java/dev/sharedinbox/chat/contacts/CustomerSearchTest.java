package dev.sharedinbox.chat.contacts;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.testing.ChatFixtures;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.SpaceUser;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What people type to find a customer: the list of chats and that of customers find the same.
@QuarkusTest
class CustomerSearchTest {

    private static final String CHATS = """
            query ($search: String, $filter: ChatFilterInput) {
              chats(search: $search, filter: $filter) { edges { node { id } } pageInfo { hasNextPage } }
              chatCount(search: $search, filter: $filter) { value exact } }
            """;
    private static final String CONTACTS = """
            query ($search: String, $after: String) {
              contacts(search: $search, first: 100, after: $after) {
                edges { node { id } } pageInfo { hasNextPage endCursor } } }
            """;

    @Inject
    Pool pool;

    private UUID tag;
    private String other;

    @BeforeEach
    void somebodyElse() {
        tag = ChatFixtures.newTag(pool);
        other = chat().tag(tag).name("Yfy").phone("+3581110000000").insert(pool);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Bo                 | b
            Bo                 | O
            Ng                 | ng
            Xi Wu              | wu x
            Łukasz             | łu
            王小明             | 王
            王小明             | 小明
            王 小明            | 明 王
            김민수             | 김민
            田中\u3000太郎     | 太郎\u3000田中
            田中 太郎          | 中\u3000太
            محمد علي           | عل
            José               | JOSÉ
            Ana 🌸             | 🌸
            👨‍👩‍👧 at home        | 👨‍👩‍👧
            ❤️                 | ❤️
            """)
    void shortName_isFoundByAnyPart(String name, String search) {
        assertFound(search, chat().name(name));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            O'Brien            | o'b
            O'Brien            | o’brien
            Anne-Marie D.      | d. anne-m
            C&A                | c&a
            C&A                | &
            50%_off\\          | %_
            50%_off\\          | f\\
            "#1 Auto"          | "#1"
            24/7 Kiosk         | 24/7
            Agent 007          | 007
            Agent 007          | 007 agent
            3M                 | 3m
            Studio 54          | 54
            J. R. R.           | r. j.
            Bo (work)          | (work
            Bo, Inc.           | inc. bo,
            """)
    void nameWithSignsAndDigits_isFoundAsItIsWritten(String name, String search) {
        assertFound(search, chat().name(name));
    }

    @ParameterizedTest
    @CsvSource({
        "+4915223433345, +49 152 2343 3345",
        "+4915223433345, 0049 (152) 2343-3345",
        "+4915223433345, 0152/23433345",
        "+4915223433345, +49 (0)152 23433345",
        "+4915223433345, 345",
        "+4915223433345, 22343",
        "+4915223433345, \u202a+49 152\u00a02343\u20113345\u202c",
        "+4915223433345, \u0660\u0661\u0665\u0662 \u0662\u0663\u0664",
        "+4915223433345, \uff10\uff11\uff15\uff12\uff0d\uff12\uff13",
        "+16505557788, (650) 555-7788",
        "+16505557788, 1-650-555-7788",
        "+16505557788, 011 1 650 555 7788",
        "+79123456789, 8 (912) 345-67-89",
        "+5511987654321, 55 11 8765-4321",
        "+551187654321, +55 (11) 98765-4321",
        "+5215512345678, +52 55 1234 5678",
        "+447700900123, 07700 900123",
    })
    void number_isFoundInAnyFormAndByAnyPart(String phone, String search) {
        assertFound(search, chat().name("").phone(phone));
    }

    @ParameterizedTest
    @ValueSource(strings = {"maria 22343", "345 maría", "22343 silva 345", "sil +4915223433345 mar", "maria 007"})
    void nameAndNumber_areFoundTogether(String search) {
        assertFound(search, chat().name("Maria Silva 007").phone("+4915223433345"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"maria 999", "ana 22343", "maria 22343 999"})
    void nameAndNumber_mustBothFit(String search) {
        // Given
        chat().tag(tag).name("Maria Silva").phone("+4915223433345").insert(pool);

        // Then
        assertThat(chats(search)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"王明", "ob zz", "🌸🌸", "+49 999 000 111 222", "' or true --", "\\", "x%"})
    void whatNobodyHas_findsNobody(String search) {
        // Given
        var chat =
                chat().tag(tag).name("王小明 O'Brien 🌸").phone("+4915223433345").insert(pool);

        // Then
        assertThat(chats(search)).isEmpty();
        assertThat(contacts(search)).doesNotContain(contactOf(chat), contactOf(other));
    }

    private void assertFound(String search, ChatFixtures customer) {
        var chat = customer.tag(tag).insert(pool);
        assertThat(chats(search)).containsExactly(chat);
        assertThat(contacts(search)).contains(contactOf(chat)).doesNotContain(contactOf(other));
    }

    private List<String> chats(String search) {
        var filter = SpaceUser.rule("tags", "ANY_OF", tag.toString());
        var answer = GraphQl.as("maya").query(CHATS, Map.of("search", search, "filter", filter));
        var found = answer.<String>list("chats.edges.node.id");
        assertThat(answer.<Boolean>get("chats.pageInfo.hasNextPage")).isFalse();
        assertThat(answer.<Map<String, Object>>get("chatCount"))
                .isEqualTo(Map.of("value", found.size(), "exact", true));
        return found;
    }

    private static List<String> contacts(String search) {
        var found = new ArrayList<String>();
        var variables = new HashMap<String, Object>(Map.of("search", search));
        while (true) {
            var page = GraphQl.as("maya").query(CONTACTS, variables);
            found.addAll(page.list("contacts.edges.node.id"));
            if (!page.<Boolean>get("contacts.pageInfo.hasNextPage")) {
                return found;
            }
            variables.put("after", page.text("contacts.pageInfo.endCursor"));
        }
    }

    private static String contactOf(String chat) {
        return Database.column("select contact_id::text from chat where id = ?::uuid", chat)
                .getFirst();
    }
}
