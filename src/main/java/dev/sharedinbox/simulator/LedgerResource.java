package dev.sharedinbox.simulator;

import dev.sharedinbox.simulator.graph.Ledger;
import dev.sharedinbox.simulator.graph.LedgerEntry;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Shows which Graph calls came in, the latest first.
@Path("/simulator")
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
class LedgerResource {

    private static final int MAX_LIMIT = 10_000;

    private final Ledger ledger;

    LedgerResource(Ledger ledger) {
        this.ledger = ledger;
    }

    /// The calls that asked for a message.
    ///
    /// @param to the customer's phone or BSUID
    @GET
    @Path("/messages")
    @NonBlocking
    public List<LedgerEntry> messages(
            @QueryParam("to") @Nullable String to,
            @QueryParam("callbackData") @Nullable String callbackData,
            @QueryParam("outcome") LedgerEntry.@Nullable Outcome outcome,
            @QueryParam("limit") @DefaultValue("100") int limit) {
        return ledger.messages(
                entry -> (to == null || to.equals(entry.to()) || to.equals(entry.userId()))
                        && (callbackData == null || Objects.equals(callbackData, entry.callbackData()))
                        && (outcome == null || outcome == entry.outcome()),
                Math.clamp(limit, 0, MAX_LIMIT));
    }

    @GET
    @Path("/read-marks")
    @NonBlocking
    public List<Ledger.ReadMark> readMarks(
            @QueryParam("messageId") @Nullable String messageId, @QueryParam("limit") @DefaultValue("100") int limit) {
        return ledger.readMarks(
                mark -> messageId == null || messageId.equals(mark.messageId()), Math.clamp(limit, 0, MAX_LIMIT));
    }
}
