package dev.sharedinbox.realtime.presence;

import dev.sharedinbox.chat.ChatView;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.team.People;
import dev.sharedinbox.team.UserView;
import dev.sharedinbox.team.signin.Viewers;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Source;

/// Who views a chat, for clients that load a list.
@GraphQLApi
public class PresenceApi {

    private final Viewers viewers;
    private final Presences presences;
    private final People people;

    PresenceApi(Viewers viewers, Presences presences, People people) {
        this.viewers = viewers;
        this.presences = presences;
        this.people = people;
    }

    @Description(
            "Who has it open now, as far as the node that answers knows; it knows of workspaces that a websocket is"
                    + " connected to there. The websocket tells it live.")
    public Uni<List<List<@NonNull UserView>>> viewers(@Source List<ChatView> chats) {
        return viewers.current().chain(viewer -> {
            var byChat = presences.viewers(viewer.workspaceId()).stream()
                    .collect(Collectors.groupingBy(
                            presence -> presence.chatId(),
                            Collectors.mapping(presence -> presence.person().id(), Collectors.toList())));
            var wanted = chats.stream()
                    .map(chat -> Ids.parse(chat.id())
                            .map(id -> byChat.getOrDefault(id, List.of()))
                            .orElse(List.of()))
                    .toList();
            var everybody = wanted.stream().flatMap(List::stream).collect(Collectors.toUnmodifiableSet());
            return people.byId(viewer.workspaceId(), everybody)
                    .map(users -> wanted.stream().map(ids -> named(ids, users)).toList());
        });
    }

    private static List<@NonNull UserView> named(List<UUID> ids, Map<UUID, UserView> users) {
        return ids.stream().distinct().map(users::get).filter(Objects::nonNull).toList();
    }
}
