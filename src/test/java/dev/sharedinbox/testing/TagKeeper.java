package dev.sharedinbox.testing;

import java.util.List;
import java.util.Map;

/// A seeded user who manages tags: `TagKeeper.called("maya").creates("VIP")`.
///
/// @param api what the user's front end talks to
public record TagKeeper(GraphQl api) {

    public static TagKeeper called(String name) {
        return new TagKeeper(GraphQl.as(name));
    }

    /// Make a tag that must be accepted; its id.
    public String creates(String name) {
        return create(Map.of("name", name)).text("createTag.tag.id");
    }

    public Answer create(Map<String, ?> input) {
        return run("createTag", input);
    }

    public Answer update(Map<String, ?> input) {
        return run("updateTag", input);
    }

    public Answer delete(String tag) {
        return run("deleteTag", Map.of("tagId", tag));
    }

    /// The names of all tags of the workspace.
    public List<String> names() {
        return api.query("{ tags { name } }").list("tags.name");
    }

    /// Give a chat a tag; with which codes that was refused.
    public List<String> tags(CustomerChat chat, String tag) {
        return new Agent(api)
                .does("addChatTags", Map.of("chatId", chat.id(), "tagIds", List.of(tag)))
                .userErrorCodes("addChatTags");
    }

    private Answer run(String deed, Map<String, ?> input) {
        var type = Character.toUpperCase(deed.charAt(0)) + deed.substring(1) + "Input";
        return api.query("""
                mutation ($input: %s!) {
                  %s(input: $input) { tag { id name colour description } errors { code path } }
                }
                """.formatted(type, deed), Map.of("input", input));
    }
}
