package dev.sharedinbox.simulator;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sharedinbox.simulator.graph.media.MediaLinks;
import dev.sharedinbox.simulator.graph.media.MediaShelf;
import dev.sharedinbox.simulator.graph.media.SampleMedia;
import dev.sharedinbox.simulator.webhook.Addresses;
import dev.sharedinbox.simulator.world.BusinessNumber;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.HexFormat;

/// Puts a medium of the customer on the shelf, for the product to fetch, and writes the object that tells of it.
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
class CustomerMedia {

    private final MediaShelf shelf;
    private final MediaLinks links;
    private final Addresses addresses;

    CustomerMedia(MediaShelf shelf, MediaLinks links, Addresses addresses) {
        this.shelf = shelf;
        this.links = links;
        this.addresses = addresses;
    }

    ObjectNode object(MessageKind kind, CustomerMessage wanted, BusinessNumber number) {
        var sample = SampleMedia.ofType(kind.word()).orElseThrow();
        var medium = medium(number, sample);
        if (wanted.caption() != null && sample.mayHaveCaption()) {
            medium.put("caption", wanted.caption());
        }
        return switch (sample) {
            case IMAGE, VIDEO -> medium;
            case AUDIO -> medium.put("voice", wanted.voice() == null || wanted.voice());
            case DOCUMENT -> medium.put("filename", wanted.filename() == null ? sample.file() : wanted.filename());
            case STICKER -> medium.put("animated", false);
        };
    }

    /// The digest is in base64 here, in hex everywhere else: that is how Meta does it.
    private ObjectNode medium(BusinessNumber number, SampleMedia sample) {
        var item = shelf.receive(number, sample);
        return JsonNodeFactory.instance
                .objectNode()
                .put("mime_type", item.mimeType())
                .put("sha256", Base64.getEncoder().encodeToString(HexFormat.of().parseHex(item.sha256())))
                .put("id", item.id())
                .put("url", links.to(addresses.ownServer(), item));
    }
}
