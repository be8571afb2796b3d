package dev.sharedinbox.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.Database;
import dev.sharedinbox.testing.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChannelApiTest {

    private static final String EVERYTHING =
            "{ inboxes { id name } businessNumbers { displayPhone name } viewer { access { mode inboxes { name } } } }";

    @Inject
    Database database;

    @Test
    void roleWithAllInboxes_seesAll() {
        var answer = GraphQl.as("lena").query(EVERYTHING);

        assertThat(answer.list("inboxes.name")).containsExactly("Sales", "Support");
        assertThat(answer.list("businessNumbers.displayPhone")).containsExactly("+1 650 555 0100", "+1 650 555 0101");
        assertThat(answer.text("viewer.access.inboxes")).isNull();
    }

    @Test
    void roleOfOneInbox_seesOnlyThat() {
        var answer = new GraphQl(tokenOfSupportOnly()).query(EVERYTHING);

        assertThat(answer.list("inboxes.name")).containsExactly("Support");
        assertThat(answer.list("businessNumbers.name")).containsExactly("Support");
        assertThat(answer.list("viewer.access.inboxes.name")).containsExactly("Support");
    }

    @Test
    void otherWorkspace_seesItsOwn() {
        var answer = GraphQl.as("zoe").query(EVERYTHING);

        assertThat(answer.list("inboxes.name")).containsExactly("Main");
        assertThat(answer.list("businessNumbers.displayPhone")).containsExactly("+1 650 555 0190");
    }

    private String tokenOfSupportOnly() {
        var role = UUID.randomUUID();
        var subject = "support-only-" + role;
        database.run(
                "insert into role (workspace_id, id, name, chat_access, all_inboxes) values ($1, $2, $3, 'ALL', false)",
                DemoIds.WORKSPACE,
                role,
                subject);
        database.run(
                "insert into role_inbox (workspace_id, role_id, inbox_id) values ($1, $2, $3)",
                DemoIds.WORKSPACE,
                role,
                DemoIds.SUPPORT_INBOX);
        database.run(
                "insert into workspace_user (workspace_id, id, subject, name, role_id) values ($1, $2, $3, $3, $4)",
                DemoIds.WORKSPACE,
                UUID.randomUUID(),
                subject,
                role);
        return Jwt.subject(subject).sign();
    }
}
