package dev.sharedinbox.team.signin;

import static dev.sharedinbox.testing.ChatFixtures.chat;
import static dev.sharedinbox.testing.SpaceUser.rule;
import static dev.sharedinbox.testing.SpaceUser.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Answer;
import dev.sharedinbox.testing.ChatFixtures;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import dev.sharedinbox.testing.SideBySide;
import dev.sharedinbox.testing.SpaceUser;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Somebody who has just read a list is remembered. Whatever changes of what they may see holds for the next page.
@QuarkusTest
class AccessChangeTest {

    private final UUID role = UUID.randomUUID();
    private final UUID user = UUID.randomUUID();
    private final GraphQl api = new GraphQl(Jwt.subject(user.toString()).sign());

    @Inject
    Pool pool;

    @Inject
    Database database;

    UUID tag;
    UUID team;
    String own;
    String ofTeam;
    String inSupport;

    @BeforeEach
    void somebodyWhoSeesAll() {
        team = UUID.randomUUID();
        run("insert into team (workspace_id, id, name) values ($1, $2, $3)", team, team.toString());
        run("insert into role (workspace_id, id, name, chat_access) values ($1, $2, $3, 'ALL')", role, role.toString());
        run(
                "insert into workspace_user (workspace_id, id, subject, name, role_id) values ($1, $2, $3, 'Kim', $4)",
                user,
                user.toString(),
                role);
        tag = ChatFixtures.newTag(pool);
        own = chat().tag(tag).assignee(user).insert(pool);
        ofTeam = chat().tag(tag).team(team).insert(pool);
        inSupport = chat().inSupport().tag(tag).insert(pool);
        assertThat(seen()).containsExactlyInAnyOrder(own, ofTeam, inSupport);
    }

    @AfterEach
    void leave() {
        run("delete from team_user where workspace_id = $1 and user_id = $2", user);
        run("update workspace_user set active = false where workspace_id = $1 and id = $2", user);
    }

    @Test
    void roleThatMayOpenLess_showsLess() {
        run("update role set chat_access = 'MATCH_ASSIGNEE' where workspace_id = $1 and id = $2", role);

        assertThat(seen()).containsExactly(own);
    }

    @Test
    void inboxesOfTheRole_limitWhatIsSeen() {
        // When
        run("update role set all_inboxes = false where workspace_id = $1 and id = $2", role);

        // Then
        assertThat(seen()).isEmpty();

        // When
        run("insert into role_inbox values ($1, $2, $3)", role, DemoIds.SUPPORT_INBOX);

        // Then
        assertThat(seen()).containsExactly(inSupport);

        // When
        run("update role_inbox set inbox_id = $3 where workspace_id = $1 and role_id = $2", role, DemoIds.SALES_INBOX);

        // Then
        assertThat(seen()).containsExactlyInAnyOrder(own, ofTeam);

        // When
        run("delete from role_inbox where workspace_id = $1 and role_id = $2", role);

        // Then
        assertThat(seen()).isEmpty();
    }

    @Test
    void teamsOfTheUser_openTheirChats() {
        // Given
        run("update role set chat_access = 'MATCH_TEAM' where workspace_id = $1 and id = $2", role);
        assertThat(seen()).containsExactly(own);

        // When
        run("insert into team_user values ($1, $2, $3)", team, user);

        // Then
        assertThat(seen()).containsExactlyInAnyOrder(own, ofTeam);

        // When
        run("delete from team_user where workspace_id = $1 and user_id = $2", user);

        // Then
        assertThat(seen()).containsExactly(own);
    }

    @Test
    void anotherRole_holdsAtOnce() {
        run("update workspace_user set role_id = $3 where workspace_id = $1 and id = $2", user, DemoIds.AGENT_ROLE);

        assertThat(seen()).containsExactly(own);
    }

    @Test
    void daysBeginWhereTheUserOrElseTheWorkspaceIs() {
        // Given
        var chat = chat().tag(tag)
                .lastActivityAt(Instant.parse("2025-01-15T20:00:00Z"))
                .insert(pool);
        assertThat(seenOn16th()).isEmpty();

        // When
        run("update workspace_user set time_zone = 'Pacific/Kiritimati' where workspace_id = $1 and id = $2", user);

        // Then
        assertThat(seenOn16th()).containsExactly(chat);

        // When
        run("update workspace_user set time_zone = null where workspace_id = $1 and id = $2", user);

        // Then
        assertThat(seenOn16th()).isEmpty();
        try {
            // When
            run("update workspace set time_zone = 'Pacific/Kiritimati' where id = $1");

            // Then
            assertThat(seenOn16th()).containsExactly(chat);
        } finally {
            run("update workspace set time_zone = 'UTC' where id = $1");
        }
        assertThat(seenOn16th()).isEmpty();
    }

    @Test
    void whoHasLeft_isUnauthenticatedWhateverTheyAsk() {
        run("update workspace_user set active = false where workspace_id = $1 and id = $2", user);

        assertThat(page("").errorCodes()).containsExactly("UNAUTHENTICATED");
        assertThat(page("filterText: \"nothing==1\"").errorCodes()).containsExactly("UNAUTHENTICATED");
        assertThat(page("spaceId: \"" + UUID.randomUUID() + "\"").errorCodes()).containsExactly("UNAUTHENTICATED");
    }

    @Test
    void spaceSharedWithATeam_isThereForWhoJoinsIt() {
        // Given
        var maya = SpaceUser.called("maya");
        var space = maya.creates("Theirs", rule("tags", "ANY_OF", tag.toString()), with("TEAM", team, false));
        var ofSpace = "spaceId: \"" + space + "\"";
        assertThat(page(ofSpace).errorCodes()).containsExactly("NOT_FOUND");

        // When
        run("insert into team_user values ($1, $2, $3)", team, user);

        // Then
        assertThat(page(ofSpace).<String>list("chats.edges.node.id")).containsExactlyInAnyOrder(own, ofTeam, inSupport);

        // When
        run("delete from team_user where workspace_id = $1 and user_id = $2", user);

        // Then
        assertThat(page(ofSpace).errorCodes()).containsExactly("NOT_FOUND");
        maya.delete(space);
    }

    /// Other requests of the same user read and remember meanwhile, before and after each change.
    @Test
    void accessTakenWhileOthersRead_isGoneForWhoeverAsksAfterwards() throws Exception {
        var done = new AtomicBoolean();
        Callable<Void> reading = () -> {
            while (!done.get()) {
                assertThat(seen()).isNotEmpty();
            }
            return null;
        };
        try (var others = SideBySide.threads()) {
            var readers = List.of(others.submit(reading), others.submit(reading), others.submit(reading));
            try {
                for (var round = 0; round < 50; round++) {
                    run("update role set chat_access = 'MATCH_ASSIGNEE' where workspace_id = $1 and id = $2", role);
                    assertThat(seen()).containsExactly(own);
                    run("update role set chat_access = 'ALL' where workspace_id = $1 and id = $2", role);
                    assertThat(seen()).hasSize(3);
                }
            } finally {
                done.set(true);
            }
            for (var reader : readers) {
                reader.get();
            }
        }
    }

    private List<String> seen() {
        return listed("tags=any=(" + tag + ")");
    }

    private List<String> seenOn16th() {
        return listed("tags=any=(" + tag + ");lastActivityAt=on=2025-01-16");
    }

    private List<String> listed(String filter) {
        return page("filterText: \"" + filter + "\"").list("chats.edges.node.id");
    }

    private Answer page(String arguments) {
        return api.query("{ chats(first: 10, search: \"\", %s) { edges { node { id } } } }".formatted(arguments));
    }

    private void run(String sql, Object... values) {
        var all = new Object[values.length + 1];
        all[0] = DemoIds.WORKSPACE;
        System.arraycopy(values, 0, all, 1, values.length);
        database.run(sql, all);
    }
}
