package dev.sharedinbox.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A seeded user who keeps spaces: `SpaceUser.called("lena").creates("Mine", rule(...))`.
///
/// @param name who it is
public record SpaceUser(String name) {

    private static final String SPACE = "{ id label version search sort mayEdit mayShare pinned default owner { name }"
            + " shares { kind targetId name mayEdit }"
            + " filter { all { rule { field operator values } } rule { field operator values } } }";

    public static SpaceUser called(String name) {
        return new SpaceUser(name);
    }

    /// A rule as clients write it.
    public static Map<String, Object> rule(String field, String operator, String... values) {
        return Map.of("rule", Map.of("field", field, "operator", operator, "values", List.of(values)));
    }

    public static Map<String, Object> everyone(boolean mayEdit) {
        return Map.of("kind", "EVERYONE", "mayEdit", mayEdit);
    }

    public static Map<String, Object> with(String kind, Object target, boolean mayEdit) {
        return Map.of("kind", kind, "targetId", target.toString(), "mayEdit", mayEdit);
    }

    /// Make a space that must be accepted; its id.
    @SafeVarargs
    public final String creates(String label, Map<String, ?> filter, Map<String, ?>... shares) {
        return create(Map.of("label", label, "filter", filter, "shares", List.of(shares)))
                .text("createSpace.space.id");
    }

    public Answer create(Map<String, ?> input) {
        return mutate("createSpace", "CreateSpaceInput", "space " + SPACE, input);
    }

    /// Edit a space from the version it has.
    public Answer update(String space, int expectedVersion, Map<String, ?> changes) {
        var input = new HashMap<String, Object>(changes);
        input.put("spaceId", space);
        input.put("expectedVersion", expectedVersion);
        return mutate("updateSpace", "UpdateSpaceInput", "space " + SPACE, input);
    }

    public Answer delete(String space) {
        return mutate("deleteSpace", "DeleteSpaceInput", "spaceId", Map.of("spaceId", space));
    }

    public Answer arrange(Map<String, ?> input) {
        return mutate("arrangeSpaces", "ArrangeSpacesInput", "spaces " + SPACE, input);
    }

    public Answer space(String id) {
        return GraphQl.as(name).query("query ($id: ID!) { space(id: $id) " + SPACE + " }", Map.of("id", id));
    }

    public Answer spaces() {
        return GraphQl.as(name).query("{ spaces " + SPACE + " }");
    }

    public boolean sees(String space) {
        return spaces().<String>list("spaces.id").contains(space);
    }

    private Answer mutate(String mutation, String type, String result, Map<String, ?> input) {
        return GraphQl.as(name)
                .query(
                        "mutation ($input: %s!) { %s(input: $input) { %s errors { code message path } } }"
                                .formatted(type, mutation, result),
                        Map.of("input", input));
    }
}
