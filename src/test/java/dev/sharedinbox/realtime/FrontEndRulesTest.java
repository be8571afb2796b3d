package dev.sharedinbox.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.testing.NodeProgram;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the client in `src/main/typescript` does when a server does this or that; the rules are TypeScript
/// themselves. It runs with the product's tests only because Node can be loaded by one class loader.
@QuarkusTest
class FrontEndRulesTest {

    private static final Path CLIENT = Path.of("src", "main", "typescript");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "afterACut_itGoesOnFromWhatWasApplied",
                "whatCouldNotBeApplied_comesAgain",
                "notifications_areShownOnceAndToldFromThoseMissed",
                "resync_loadsAndGoesOnFromThere",
                "silence_isAskedAndThenLeft",
                "manySubscriptions_areMadeAtHalfTheRate",
                "token_isRenewedBeforeItEnds",
                "tokenOfAConnectionThatIsOver_isRenewedNoMore",
                "closeCodes_areActedOn",
                "refusal_isToldUnlessItPasses",
                "loading_isTriedAgainUnlessItIsRefusedForGood",
                "viewing_isSaidAgainAfterACutOrATemporaryRefusal",
                "refusalOfAnotherFrame_leavesTheSubscription",
                "viewer_isToldAtFirstAndWhenItChanges",
                "furtherPage_isFollowedFromBeforeItWasRead",
                "furtherPage_thatFails_leavesTheListInStep",
                "list_thatEndsWhileAPageIsRead_staysEnded",
                "rows_moveAndLeaveAndBelowTheLastPageAreLeftOut",
                "graphql_renewsItsTokenOnceAndTellsRefusals",
                "counts_areTheNewestOfEachSpace"
            })
    void rule_holds(String rule) {
        try (var node = NodeProgram.of(Path.of("src", "test", "typescript", "rules.ts"))) {
            node.call(rule);
        }
    }

    /// People shall read all of it before they copy it.
    @Test
    void clientOfListsAndTheirConnection_hasLessThan300LinesOfCode() throws IOException {
        assertThat(linesOfCode("live.ts") + linesOfCode("live-list.ts")).isLessThan(300);
    }

    private static long linesOfCode(String file) throws IOException {
        return Files.readAllLines(CLIENT.resolve(file)).stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("/*") && !line.startsWith("*"))
                .count();
    }
}
