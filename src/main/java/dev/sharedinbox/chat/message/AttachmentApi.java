package dev.sharedinbox.chat.message;

import dev.sharedinbox.media.serving.MediaLinks;
import dev.sharedinbox.team.access.Viewer;
import dev.sharedinbox.team.signin.Viewers;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import java.util.function.BiFunction;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Source;

/// Where the files of messages are.
@GraphQLApi
public class AttachmentApi {

    private final Viewers viewers;
    private final MediaLinks links;

    AttachmentApi(Viewers viewers, MediaLinks links) {
        this.viewers = viewers;
        this.links = links;
    }

    @Nullable @Description("Where the viewer can load the file without a token for some minutes, relative to this server; null "
            + "unless the file is here. With a token /v1/media/{id} answers at any time.")
    public Uni<String> url(@Source AttachmentView attachment) {
        return link(attachment, attachment.state() == AttachmentState.READY, links::file);
    }

    @Nullable @Description("Where the viewer can load a small picture of the file in the same way, as JPEG with edges of 320 "
            + "pixels at most; null without one.")
    public Uni<String> thumbnailUrl(@Source AttachmentView attachment) {
        return link(attachment, attachment.hasThumbnail(), links::thumbnail);
    }

    private Uni<String> link(AttachmentView attachment, boolean isThere, BiFunction<Viewer, String, String> link) {
        return isThere
                ? viewers.current().map(viewer -> link.apply(viewer, attachment.id()))
                : Uni.createFrom().nullItem();
    }
}
