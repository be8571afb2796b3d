package dev.sharedinbox.team;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Reads users by id, many at once, for rooms that tell others about them.
@ApplicationScoped
public class People {

    /// What a change about a user calls their id.
    public static final String USER_ID = "userId";

    private static final String BY_ID = """
            select id, name, email, active, availability from workspace_user where workspace_id = $1 and id = any($2)
            """;

    private final Pool pool;

    People(Pool pool) {
        this.pool = pool;
    }

    /// Return the users that exist, former ones included, by id.
    public Uni<Map<UUID, UserView>> byId(UUID workspaceId, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return pool.preparedQuery(BY_ID)
                .execute(Tuple.of(workspaceId, ids.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> row.getUUID("id"), Colleagues::user)));
    }
}
