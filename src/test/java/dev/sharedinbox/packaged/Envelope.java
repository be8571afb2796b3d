package dev.sharedinbox.packaged;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Set;

/// A body that says some facts of a traffic, in any of the ways that an envelope allows: entries of several
/// changes, and values that tell several things.
final class Envelope {

    private static final List<String> LISTS = List.of("messages", "statuses", "message_echoes");

    private final Traffic traffic;
    private final int perEntry;

    /// Begin an envelope.
    ///
    /// @param perEntry how many facts one entry tells at most
    Envelope(Traffic traffic, int perEntry) {
        this.traffic = traffic;
        this.perEntry = perEntry;
    }

    JsonObject of(List<Integer> places) {
        var entries = new JsonArray();
        for (var from = 0; from < places.size(); from += perEntry) {
            var changes = new JsonArray();
            places.subList(from, Math.min(places.size(), from + perEntry))
                    .forEach(place -> add(changes, traffic.change(place)));
            entries.add(new JsonObject().put("id", "1").put("changes", changes));
        }
        return new JsonObject().put("object", "whatsapp_business_account").put("entry", entries);
    }

    /// To the value before, when it tells the same kind of thing of the same number.
    private void add(JsonArray changes, JsonObject next) {
        var last = changes.isEmpty() ? new JsonObject() : changes.getJsonObject(changes.size() - 1);
        var list = LISTS.stream().filter(name -> holds(last, name)).findFirst();
        if (list.isPresent() && holds(next, list.get()) && isOfOneKind(last, next)) {
            list(last, list.get()).addAll(list(next, list.get()));
        } else {
            changes.add(next);
        }
    }

    private boolean isOfOneKind(JsonObject one, JsonObject other) {
        return one.getString("field").equals(other.getString("field"))
                && number(one).equals(number(other))
                && Set.copyOf(traffic.numbers()).contains(number(one));
    }

    private static boolean holds(JsonObject change, String list) {
        return change.getJsonObject("value", new JsonObject()).containsKey(list);
    }

    private static JsonArray list(JsonObject change, String name) {
        return change.getJsonObject("value").getJsonArray(name);
    }

    private static String number(JsonObject change) {
        return change.getJsonObject("value").getJsonObject("metadata").getString("phone_number_id");
    }
}
