package dev.sharedinbox.channel.status;

import dev.sharedinbox.channel.BusinessNumberView;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// Reads how numbers stand, many at once. It checks no access: whoever asks holds the number, or checks its inbox.
@ApplicationScoped
public class NumberStatuses {

    private static final String NUMBERS = """
            select number.id, number.inbox_id, number.display_phone, number.name, account.state, account.reason,
                account.until, (
                    select jsonb_object_agg(fact.aspect, fact.value) from business_number_fact fact
                    where fact.workspace_id = number.workspace_id and fact.business_number_id = number.id) as facts
            from business_number number left join plugin_status account
                on account.workspace_id = number.workspace_id and account.plugin_id = number.plugin_id
            where number.workspace_id = $1 and number.id = any($2)
            """;

    private final Pool pool;
    private final Clock clock;

    NumberStatuses(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /// Return the numbers that exist, by id.
    public Uni<Map<UUID, NumberNow>> of(UUID workspaceId, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        var now = clock.instant();
        return pool.preparedQuery(NUMBERS)
                .execute(Tuple.of(workspaceId, ids.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> row.getUUID("id"), row -> number(row, now))));
    }

    private static NumberNow number(Row row, Instant now) {
        var number = new BusinessNumberView(
                row.getUUID("id").toString(), row.getString("display_phone"), row.getString("name"));
        return new NumberNow(row.getUUID("inbox_id"), number, status(row, now));
    }

    private static NumberStatusView status(Row row, Instant now) {
        var facts = Optional.ofNullable(row.getJsonObject("facts")).orElseGet(JsonObject::new);
        return new NumberStatusView(
                fact(facts, NumberAspect.QUALITY, word(NumberQuality.values())),
                fact(facts, NumberAspect.MESSAGING_LIMIT, limit -> Optional.of(MessagingLimitView.parse(limit))),
                fact(facts, NumberAspect.DISPLAY_NAME, Optional::of),
                fact(facts, NumberAspect.DISPLAY_NAME_STATE, word(DisplayNameState.values())),
                fact(facts, NumberAspect.USERNAME, Optional::of),
                fact(facts, NumberAspect.THROUGHPUT, word(NumberThroughput.values())),
                fact(facts, NumberAspect.CONNECTION, word(NumberConnection.values())),
                account(row).at(now));
    }

    private static <T> @Nullable T fact(JsonObject facts, NumberAspect aspect, Function<String, Optional<T>> read) {
        return Optional.ofNullable(facts.getString(aspect.name())).flatMap(read).orElse(null);
    }

    /// A word that only a newer version knows is not known here.
    private static <E extends Enum<E>> Function<String, Optional<E>> word(E[] words) {
        return stored ->
                Arrays.stream(words).filter(word -> word.name().equals(stored)).findFirst();
    }

    private static AccountStatusView account(Row row) {
        var state = row.getString("state");
        OffsetDateTime until = row.get(OffsetDateTime.class, "until");
        return state == null
                ? AccountStatusView.ACTIVE
                : new AccountStatusView(
                        AccountState.valueOf(state), row.getString("reason"), until == null ? null : until.toInstant());
    }
}
