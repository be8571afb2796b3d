package dev.sharedinbox.simulator.graph.media;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sharedinbox.simulator.graph.door.GraphCode;
import dev.sharedinbox.simulator.graph.door.GraphDoor;
import dev.sharedinbox.simulator.graph.door.GraphPath;
import dev.sharedinbox.simulator.graph.door.GraphRefusal;
import dev.sharedinbox.simulator.world.BusinessNumber;
import io.quarkus.arc.profile.IfBuildProfile;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// `POST /{phone-number-id}/media`: upload a file, to send it by its id.
@Path(GraphPath.ROOT)
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
class MediaResource {

    private final GraphDoor door;
    private final MediaShelf media;

    MediaResource(GraphDoor door, MediaShelf media) {
        this.door = door;
        this.media = media;
    }

    /// It works on files, and so on a worker thread.
    @POST
    @Path("/{number}/media")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Blocking
    public Uni<Response> upload(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @PathParam("number") String number,
            @RestForm("messaging_product") @Nullable String product,
            @RestForm("type") @Nullable String type,
            @RestForm("file") @Nullable FileUpload file) {
        return door.enter(authorization, () -> {
            if (!"whatsapp".equals(product)) {
                throw new GraphRefusal(GraphCode.INVALID_PARAMETER, "The parameter messaging_product is required.");
            }
            if (file == null) {
                throw new GraphRefusal(GraphCode.INVALID_PARAMETER, "The parameter file is required.");
            }
            var item = keep(GraphPath.number(number), type == null ? file.contentType() : type, file);
            var body = JsonNodeFactory.instance.objectNode().put("id", item.id());
            return Uni.createFrom().item(Response.ok(body).build());
        });
    }

    private MediaItem keep(BusinessNumber number, String mimeType, FileUpload file) {
        if (!MediaLimits.isKnown(mimeType)) {
            throw new GraphRefusal(
                    GraphCode.INVALID_PARAMETER,
                    "Param file must be a file of a supported type, not " + mimeType + ".");
        }
        try {
            var kept = Files.createTempFile("simulated-media-", null);
            var moved = Files.move(file.uploadedFile(), kept, StandardCopyOption.REPLACE_EXISTING);
            return media.upload(number, mimeType, sha256(moved), moved);
        } catch (IOException e) {
            throw new UncheckedIOException("The upload cannot be kept", e);
        }
    }

    private static String sha256(java.nio.file.Path file) throws IOException {
        try (var stream = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[65_536];
            for (var read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
