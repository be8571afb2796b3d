package dev.sharedinbox.contact;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;

/// Remembers whether customers want marketing messages from us. Their newest choice counts, in whatever order choices
/// arrive.
@ApplicationScoped
public class MarketingChoices {

    /// Of two choices of the same moment the more careful one counts.
    private static final String CHOOSE = """
            update contact set marketing_opt_out = told.opt_out, marketing_told_at = told.at
            from unnest($2::uuid[], $3::boolean[], $4::timestamptz[]) as told (id, opt_out, at)
            where contact.workspace_id = $1 and contact.id = told.id and (
                contact.marketing_told_at is null or contact.marketing_told_at < told.at
                or contact.marketing_told_at = told.at and told.opt_out and not contact.marketing_opt_out)
            returning contact.id
            """;

    MarketingChoices() {}

    /// What a customer chose.
    ///
    /// @param optOut whether they want no marketing messages
    public record Choice(boolean optOut, Instant at) {

        /// Whichever of two counts.
        public static Choice newest(Choice one, Choice other) {
            if (one.at.equals(other.at)) {
                return one.optOut ? one : other;
            }
            return one.at.isAfter(other.at) ? one : other;
        }
    }

    /// Within the caller's transaction, keep the choices that are newer than what is known; return whose they are.
    public Uni<List<UUID>> store(SqlClient transaction, UUID workspaceId, Map<UUID, Choice> choices) {
        if (choices.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var contacts = choices.keySet().stream().sorted().toArray(UUID[]::new);
        var inOrder = choices.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
        return transaction
                .preparedQuery(CHOOSE)
                .execute(Tuple.of(
                        workspaceId,
                        contacts,
                        inOrder.stream().map(Choice::optOut).toArray(Boolean[]::new),
                        times(inOrder)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> row.getUUID("id"))
                        .toList());
    }

    private static OffsetDateTime[] times(Collection<Choice> choices) {
        return choices.stream()
                .map(choice -> choice.at().atOffset(ZoneOffset.UTC))
                .toArray(OffsetDateTime[]::new);
    }
}
