package dev.sharedinbox.chat.contacts;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Customers whose name more than a few have, where a page looks at 300 names along the way instead of 20,000.
@QuarkusTest
@TestProfile(ContactPagesTest.LittleAllowed.class)
class ContactPagesTest {

    private static final int MANY = 1_200;
    private static final String CONTACTS = """
            query ($search: String, $after: String) {
              contacts(search: $search, first: 100, after: $after) {
                edges { node { id name } } pageInfo { hasNextPage endCursor } } }
            """;

    @Inject
    Pool pool;

    @Inject
    Database database;

    /// A word that no other test's customers have in their names.
    private final String mark =
            "q" + UUID.randomUUID().toString().replace("-", "").substring(0, 6);

    @BeforeEach
    void manyOfAName() {
        database.run("""
                insert into contact (workspace_id, id, name)
                select $1, gen_random_uuid(), case n % 4 when 0 then $2 || ' ' || n when 1 then 'Ann ' || $2 || n
                    when 2 then 'bob ' || $2 || 'son' else n || $2 end
                from generate_series(1, $3) n
                """, DemoIds.WORKSPACE, mark, MANY);
    }

    /// Other tests are about fewer customers.
    @AfterEach
    void remove() {
        database.run(
                "delete from contact where name like '%' || $1 || '%' and not exists"
                        + " (select from chat where chat.contact_id = contact.id)",
                mark);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "ann %s", "%s BOB", "%sson", "7 %s"})
    void allPages_holdAllOnce_thoseWhoseNamesBeginSoFirst(String words) {
        // Given
        var search = words.formatted(mark);
        var parts = search.toLowerCase().split(" ");

        // When
        var met = readAll("maya", search);

        // Then
        var order = new StringBuilder("case when false then 0");
        var fits = new StringBuilder("true");
        for (var place = 0; place < parts.length; place++) {
            order.append(" when search_name like '%s%%' then %d".formatted(parts[place], place));
            fits.append(" and search_name like '%%%s%%'".formatted(parts[place]));
        }
        assertThat(met)
                .isNotEmpty()
                .isEqualTo(Database.column("select id::text from contact where workspace_id = '" + DemoIds.WORKSPACE
                        + "' and " + fits + " order by " + order + " else 9 end, search_name, id"));
    }

    @Test
    void someoneWhoSeesFew_findsTheirsAtOnce() {
        // Given
        var hers = contactOf(chat().name("Zoe " + mark).assignee(DemoIds.LENA).insert(pool));

        // When
        var page = page("lena", mark, null);

        // Then
        assertThat(page.<String>list("contacts.edges.node.id")).containsExactly(hers);
        assertThat(page.<Boolean>get("contacts.pageInfo.hasNextPage")).isFalse();
        assertThat(readAll("lena", null)).contains(hers).hasSizeLessThan(100);
    }

    @Test
    void wordThatNoIndexKnows_isLookedForAlongTheNames() {
        assertThat(readAll("maya", mark.substring(0, 2) + " " + mark)).hasSize(MANY);
        assertThat(readAll("maya", "zq")).doesNotHaveDuplicates();
    }

    private static List<String> readAll(String user, String search) {
        var ids = new ArrayList<String>();
        String after = null;
        do {
            var page = page(user, search, after);
            ids.addAll(page.list("contacts.edges.node.id"));
            after = page.<Boolean>get("contacts.pageInfo.hasNextPage")
                    ? page.text("contacts.pageInfo.endCursor")
                    : null;
        } while (after != null);
        return ids;
    }

    private static Answer page(String user, String search, String after) {
        var variables = new HashMap<String, Object>();
        variables.put("search", search);
        variables.put("after", after);
        return GraphQl.as(user).query(CONTACTS, variables);
    }

    private static String contactOf(String chat) {
        return Database.column("select contact_id::text from chat where id = ?::uuid", chat)
                .getFirst();
    }

    /// Settings under which a few hundred customers are many.
    public static final class LittleAllowed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("inbox.lists.first-look", "150", "inbox.lists.rows", "300", "inbox.lists.small-set", "1000");
        }
    }
}
