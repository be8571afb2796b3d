package dev.sharedinbox.channel.status;

import dev.sharedinbox.channel.BusinessNumberView;
import dev.sharedinbox.platform.Gathering;
import dev.sharedinbox.team.signin.Viewers;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;

/// How the numbers stand that a viewer may see.
@GraphQLApi
public class NumberStatusApi {

    private final Viewers viewers;
    private final Gathering<UUID, UUID, NumberStatusView> statuses;

    NumberStatusApi(Viewers viewers, NumberStatuses numbers) {
        this.viewers = viewers;
        this.statuses = new Gathering<>(
                (workspaceId, ids) -> numbers.of(workspaceId, ids).map(found -> answers(ids, found)));
    }

    @Description("How the number stands with WhatsApp.")
    public Uni<NumberStatusView> status(@Source BusinessNumberView number) {
        return viewers.current().chain(viewer -> statuses.ask(viewer.workspaceId(), UUID.fromString(number.id())));
    }

    private static List<Uni<NumberStatusView>> answers(List<UUID> ids, Map<UUID, NumberNow> found) {
        return ids.stream()
                .map(id -> Optional.ofNullable(found.get(id))
                        .map(NumberNow::status)
                        .orElse(NumberStatusView.UNKNOWN))
                .map(status -> Uni.createFrom().item(status))
                .toList();
    }
}
