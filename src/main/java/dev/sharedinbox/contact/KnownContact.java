package dev.sharedinbox.contact;

import io.vertx.mutiny.sqlclient.Row;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What carriers have told of a contact who was found. It stays so while the contact's identities are locked.
record KnownContact(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String username) {

    static KnownContact of(Row row) {
        return new KnownContact(row.getString("name"), row.getString("phone"), row.getString("username"));
    }

    /// Those of whom something else is told than is known; of whom nothing is known, it may be.
    static Map<UUID, Customer> news(Map<UUID, Customer> told, Map<UUID, KnownContact> known) {
        var news = new LinkedHashMap<>(told);
        news.entrySet()
                .removeIf(contact -> known.containsKey(contact.getKey())
                        && !known.get(contact.getKey()).learnsFrom(contact.getValue()));
        return news;
    }

    private boolean learnsFrom(Customer told) {
        return isOther(told.name(), name)
                || isOther(told.username(), username)
                || (phone == null && told.phone() != null);
    }

    private static boolean isOther(@Nullable String told, @Nullable String known) {
        return told != null && !told.equals(known);
    }
}
