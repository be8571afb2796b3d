package dev.sharedinbox.simulator.graph;

import dev.sharedinbox.simulator.graph.door.GraphCode;
import dev.sharedinbox.simulator.graph.door.GraphRefusal;
import dev.sharedinbox.simulator.graph.door.MessageType;
import dev.sharedinbox.simulator.graph.door.Param;
import dev.sharedinbox.simulator.graph.media.MediaLimits;
import dev.sharedinbox.simulator.graph.media.MediaShelf;
import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// What the object named like the type may hold.
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
class ContentRules {

    private static final int MAX_TEXT = 4096;
    private static final int MAX_CAPTION = 1024;
    private static final int MAX_CONTACTS = 257;

    private final MediaShelf media;

    ContentRules(MediaShelf media) {
        this.media = media;
    }

    void check(MessageType type, Param body) {
        switch (type) {
            case TEXT -> text(body.object("text"));
            case IMAGE, VIDEO, AUDIO, DOCUMENT, STICKER -> media(type, body.object(type.word()));
            case LOCATION -> location(body.object("location"));
            case CONTACTS -> contacts(body.list("contacts", 1, MAX_CONTACTS));
            case REACTION -> reaction(body);
            case INTERACTIVE -> InteractiveRules.check(body.object("interactive"));
            case TEMPLATE -> template(body.object("template"));
        }
    }

    private static void text(Param text) {
        var body = text.text("body", MAX_TEXT);
        if (body.isBlank()) {
            throw text.child("body").invalid("must not be blank");
        }
    }

    private void media(MessageType type, Param object) {
        if (object.has("id") == object.has("link")) {
            throw object.invalid("must have either an id or a link");
        }
        if (object.has("link") && !object.text("link", 2000).matches("https?://.+")) {
            throw object.child("link").invalid("must be a web address");
        }
        if (object.has("id")) {
            uploaded(type, object.text("id", 100));
        }
        var mayHaveCaption = type != MessageType.AUDIO && type != MessageType.STICKER;
        if (object.optionalText("caption", MAX_CAPTION).isPresent() && !mayHaveCaption) {
            throw object.child("caption").invalid("is not allowed for this type");
        }
        object.optionalText("filename", 240)
                .filter(_ -> type != MessageType.DOCUMENT)
                .ifPresent(_ -> {
                    throw object.child("filename").invalid("is allowed for documents only");
                });
    }

    private void uploaded(MessageType type, String mediaId) {
        var item = media.find(mediaId)
                .orElseThrow(() -> new GraphRefusal(
                        GraphCode.INVALID_PARAMETER,
                        "Param " + type.word() + "['id'] is not a valid media attachment id."));
        MediaLimits.of(type).check(item.mimeType(), item.size());
    }

    private static void location(Param location) {
        location.number("latitude", -90, 90);
        location.number("longitude", -180, 180);
    }

    private static void contacts(List<Param> contacts) {
        contacts.forEach(contact -> {
            var name = contact.object("name");
            name.child("formatted_name").require();
        });
    }

    private static void reaction(Param body) {
        var reaction = body.object("reaction");
        reaction.child("message_id").require();
        if (!reaction.has("emoji")) {
            throw reaction.child("emoji").missing();
        }
        if (body.has("context")) {
            throw body.child("context").invalid("is not allowed for reactions");
        }
    }

    private static void template(Param template) {
        template.child("name").require();
        template.object("language").child("code").require();
    }
}
