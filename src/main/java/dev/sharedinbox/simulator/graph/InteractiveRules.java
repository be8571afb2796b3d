package dev.sharedinbox.simulator.graph;

import dev.sharedinbox.simulator.graph.door.Param;
import java.util.HashSet;
import java.util.List;

/// What interactive messages may hold.
final class InteractiveRules {

    private static final int MAX_BODY = 1024;
    private static final int MAX_LIST_BODY = 4096;
    private static final int MAX_SHORT = 60;
    private static final int MAX_ROWS = 10;

    private InteractiveRules() {}

    static void check(Param interactive) {
        var type = interactive.text("type", 100);
        switch (type) {
            case "button" -> {
                frame(interactive, MAX_BODY);
                buttons(interactive.object("action"));
            }
            case "list" -> {
                frame(interactive, MAX_LIST_BODY);
                sections(interactive.object("action"));
            }
            case "cta_url" -> {
                frame(interactive, MAX_BODY);
                link(interactive.object("action"));
            }
            case "location_request_message", "request_contact_info", "flow", "address_message" -> {
                frame(interactive, MAX_BODY);
                interactive.object("action").child("name").require();
            }
            case "product", "product_list", "catalog_message", "carousel", "voice_call", "call_permission_request" -> {
                // Taken as they are: the inbox does not send them yet.
            }
            default -> throw interactive.child("type").invalid("is unknown");
        }
    }

    private static void frame(Param interactive, int maxBody) {
        var body = interactive.object("body").text("text", maxBody);
        if (body.isBlank()) {
            throw interactive.child("body").invalid("must not be blank");
        }
        interactive.optionalObject("header").ifPresent(InteractiveRules::header);
        interactive.optionalObject("footer").ifPresent(footer -> {
            if (footer.text("text", MAX_SHORT).isBlank()) {
                throw footer.invalid("must not be blank");
            }
        });
    }

    private static void header(Param header) {
        var type = header.word("type", List.of("text", "image", "video", "document"));
        if (type.equals("text")) {
            header.text("text", MAX_SHORT);
        } else {
            var media = header.object(type);
            if (media.has("id") == media.has("link")) {
                throw media.invalid("must have either an id or a link");
            }
        }
    }

    private static void buttons(Param action) {
        var titles = new HashSet<String>();
        for (var button : action.list("buttons", 1, 3)) {
            button.word("type", List.of("reply"));
            var reply = button.object("reply");
            reply.text("id", 256);
            if (!titles.add(reply.text("title", 20))) {
                throw reply.child("title").invalid("must be unique");
            }
        }
    }

    private static void sections(Param action) {
        action.text("button", 20);
        var sections = action.list("sections", 1, 10);
        var ids = new HashSet<String>();
        for (var section : sections) {
            if (sections.size() > 1) {
                section.text("title", 24);
            }
            for (var row : section.list("rows", 1, MAX_ROWS)) {
                row(row);
                if (!ids.add(row.text("id", 200)) || ids.size() > MAX_ROWS) {
                    throw action.child("sections").invalid("must have at most 10 rows in all, with unique ids");
                }
            }
        }
    }

    private static void row(Param row) {
        row.text("title", 24);
        if (row.has("description")) {
            row.text("description", 72);
        }
    }

    private static void link(Param action) {
        action.word("name", List.of("cta_url"));
        var parameters = action.object("parameters");
        parameters.text("display_text", 20);
        if (!parameters.text("url", 2000).matches("https?://.+")) {
            throw parameters.child("url").invalid("must be a web address");
        }
    }
}
