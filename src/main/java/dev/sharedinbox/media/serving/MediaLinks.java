package dev.sharedinbox.media.serving;

import dev.sharedinbox.media.MediaConfig;
import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.Seal;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.team.access.Viewer;
import dev.sharedinbox.team.signin.Viewers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/// Links that open a file without a token for some minutes, so that a page can show it. A link names its viewer, and
/// what that viewer may see is asked anew at each use: it opens nothing that a token would not open.
@ApplicationScoped
public class MediaLinks {

    static final String PATH = "/v1/media/";
    static final String THUMBNAIL = "/thumbnail";
    static final String TICKET = "ticket";

    private final Seal seal;
    private final Clock clock;
    private final MediaConfig config;
    private final Viewers viewers;

    MediaLinks(Seal seal, Clock clock, MediaConfig config, Viewers viewers) {
        this.seal = seal;
        this.clock = clock;
        this.config = config;
        this.viewers = viewers;
    }

    /// Where the viewer finds an attachment's file, relative to this server.
    public String file(Viewer viewer, String attachmentId) {
        return PATH + attachmentId + "?" + TICKET + "=" + ticket(viewer, attachmentId);
    }

    /// Where the viewer finds an attachment's thumbnail.
    public String thumbnail(Viewer viewer, String attachmentId) {
        return PATH + attachmentId + THUMBNAIL + "?" + TICKET + "=" + ticket(viewer, attachmentId);
    }

    /// The viewer a ticket was made for; fails with `NOT_FOUND` when it is not good, or the viewer is no longer there.
    Uni<Viewer> viewer(UUID attachmentId, String ticket) {
        return Uni.createFrom()
                .item(() -> seal.open(context(attachmentId.toString()), ticket)
                        .flatMap(Ticket::read)
                        .filter(read -> clock.instant().isBefore(read.expiresAt()))
                        .orElseThrow(() -> InboxException.notFound("file")))
                .chain(read -> viewers.member(read.workspaceId(), read.userId()))
                .map(found -> found.orElseThrow(() -> InboxException.notFound("file")));
    }

    /// The same within a minute, so that a page that is loaded again finds what it has already.
    private String ticket(Viewer viewer, String attachmentId) {
        var expires = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(config.linkLife());
        return ticket(viewer.workspaceId(), viewer.userId(), attachmentId, expires);
    }

    String ticket(UUID workspaceId, UUID userId, String attachmentId, Instant expiresAt) {
        return seal.seal(context(attachmentId), new Ticket(workspaceId, userId, expiresAt).text());
    }

    private static String context(String attachmentId) {
        return "media:" + attachmentId;
    }

    private record Ticket(UUID workspaceId, UUID userId, Instant expiresAt) {

        private static final int PARTS = 3;

        static Optional<Ticket> read(String text) {
            var parts = text.split(" ", -1);
            return parts.length == PARTS
                    ? Ids.parse(parts[0])
                            .flatMap(workspace -> Ids.parse(parts[1])
                                    .map(user -> new Ticket(workspace, user, Instant.parse(parts[2]))))
                    : Optional.empty();
        }

        String text() {
            return workspaceId + " " + userId + " " + expiresAt;
        }
    }
}
