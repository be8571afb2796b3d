package dev.sharedinbox.realtime;

import dev.sharedinbox.testing.NodeProgram;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the client in `src/main/typescript` does when a server does this or that; the rules are TypeScript
/// themselves. It runs with the product's tests only because Node can be loaded by one class loader.
@QuarkusTest
class FrontEndRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "whatComesAgain_isAppliedOnce",
                "notifications_areShownOnceAndToldFromThoseMissed",
                "resync_loadsAndGoesOnFromThere",
                "silence_isAskedAndThenLeft",
                "manySubscriptions_areMadeAtHalfTheRate",
                "token_isRenewedBeforeItEnds",
                "closeCodes_areActedOn",
                "refusal_isToldUnlessItPasses",
                "refusalOfAnotherFrame_leavesTheSubscription",
                "viewer_isToldAtFirstAndWhenItChanges",
                "furtherPage_isFollowedFromBeforeItWasRead",
                "counts_areTheNewestOfEachSpace"
            })
    void rule_holds(String rule) {
        try (var node = NodeProgram.of(Path.of("src", "test", "typescript", "rules.ts"))) {
            node.call(rule);
        }
    }
}
