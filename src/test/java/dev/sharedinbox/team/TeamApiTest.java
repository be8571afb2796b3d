package dev.sharedinbox.team;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.demo.DemoIds;
import dev.sharedinbox.testing.GraphQl;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TeamApiTest {

    @Test
    void viewer_knowsThemselvesAndWhatTheyMayDo() {
        var answer = GraphQl.as("lena").query("""
                { viewer { user { id name email active } role { name chatAccess } permissions access { mode }
                    workspace { id name } cursor } }
                """);

        assertThat(answer.text("viewer.user.id")).isEqualTo(DemoIds.LENA.toString());
        assertThat(answer.text("viewer.user.name")).isEqualTo("Lena");
        assertThat(answer.text("viewer.role.name")).isEqualTo("Agent");
        assertThat(answer.list("viewer.permissions"))
                .containsExactly("CHAT_REPLY", "CHAT_ASSIGN", "CHAT_CLOSE", "CHAT_EDIT");
        assertThat(answer.text("viewer.access.mode")).isEqualTo("MATCH_ASSIGNEE");
        assertThat(answer.text("viewer.workspace.name")).isEqualTo("Corner Market");
        assertThat(answer.text("viewer.cursor")).isNotBlank();
    }

    @Test
    void colleagues_areThoseOfTheOwnWorkspace() {
        var corner = GraphQl.as("maya").query("{ users { name } teams { name } roles { name } }");
        var other = GraphQl.as("zoe").query("{ users { name } teams { name } roles { name } }");

        assertThat(corner.list("users.name"))
                .contains("Jonas", "Lena", "Maya", "Omar")
                .doesNotContain("Zoe");
        assertThat(corner.list("teams.name")).containsExactly("Sales", "Support");
        assertThat(corner.list("roles.name")).contains("Admin", "Agent", "Manager");
        assertThat(other.list("users.name")).contains("Zoe").doesNotContain("Maya");
        assertThat(other.list("teams.name")).isEmpty();
    }

    @Test
    void manyRootFieldsAtOnce_areAllAnswered() {
        // Given
        var fields = IntStream.range(0, 15)
                .mapToObj("v%1$d: viewer { user { name } } u%1$d: users { name }"::formatted)
                .collect(Collectors.joining(" "));

        // When
        var answer = GraphQl.as("omar").query("{" + fields + "}");

        // Then
        assertThat(IntStream.range(0, 15).mapToObj(i -> answer.text("v" + i + ".user.name")))
                .containsOnly("Omar");
        assertThat(IntStream.range(0, 15).mapToObj(i -> answer.<String>list("u" + i + ".name")))
                .allSatisfy(names -> assertThat(names).contains("Maya"));
    }
}
