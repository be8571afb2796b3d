package dev.sharedinbox.testing;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/// A seeded user and what they are notified of: `NotifiedUser.called("lena").wants("ALL")`.
///
/// @param name who it is
public record NotifiedUser(String name) {

    public static NotifiedUser called(String name) {
        return new NotifiedUser(name);
    }

    /// Forget what anybody ever said, as after the installation.
    public static void nobodySaidAnything(LiveFixtures fixtures) {
        fixtures.execute("delete from notification_settings");
    }

    /// Say which chats they want to hear of; what holds then.
    public String wants(String chats) {
        return GraphQl.as(name)
                .query("""
                mutation ($input: SetNotificationSettingsInput!) {
                  setNotificationSettings(input: $input) { notificationSettings { chats } errors { code } }
                }
                """, Map.of("input", Map.of("chats", chats)))
                .text("setNotificationSettings.notificationSettings.chats");
    }

    public String settings() {
        return GraphQl.as(name)
                .query("{ viewer { notificationSettings { chats } } }")
                .text("viewer.notificationSettings.chats");
    }

    public String cursor() {
        return GraphQl.as(name).query("{ viewer { cursor } }").text("viewer.cursor");
    }

    /// The kinds of what they are notified of in a chat after a cursor, in order.
    public List<String> kindsAfter(String cursor, Object chatId) {
        return notificationsAfter(cursor, chatId).stream()
                .map(notification -> notification.getString("kind"))
                .toList();
    }

    /// What they are notified of in a chat after a cursor, in order.
    public List<JsonObject> notificationsAfter(String cursor, Object chatId) {
        return changesAfter(cursor).stream()
                .map(JsonObject.class::cast)
                .filter(event -> event.getString("type").equals("notification.created"))
                .filter(event -> event.getString("chatId").equals(chatId.toString()))
                .map(event -> event.getJsonObject("notification"))
                .toList();
    }

    private JsonArray changesAfter(String cursor) {
        return new JsonObject(SignIn.as(name)
                        .queryParam("after", cursor)
                        .queryParam("limit", 500)
                        .get("/v1/changes")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .getJsonArray("changes");
    }
}
