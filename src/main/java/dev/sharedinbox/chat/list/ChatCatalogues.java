package dev.sharedinbox.chat.list;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sharedinbox.chat.attribute.ChatAttributeView;
import dev.sharedinbox.chat.attribute.ChatAttributes;
import dev.sharedinbox.chat.list.field.AttributeFields;
import dev.sharedinbox.chat.list.field.ChatFacts;
import dev.sharedinbox.chat.list.field.ChatFields;
import dev.sharedinbox.filter.Catalogue;
import dev.sharedinbox.filter.Field;
import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.team.access.Viewer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// What chats of a workspace can be filtered by: the fields that all workspaces have, then its own attributes. The same
/// attributes give the same catalogue, so that equal filters of live lists are equal conditions.
@ApplicationScoped
public class ChatCatalogues {

    private static final int KEPT = 1_000;

    private final ChatAttributes attributes;
    private final NameFolding folding;
    private final Cache<List<ChatAttributeView>, Catalogue<ChatFacts>> made =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    protected ChatCatalogues(ChatAttributes attributes, NameFolding folding) {
        this.attributes = attributes;
        this.folding = folding;
    }

    /// The fields that some queries may name. The attributes are looked up only if one of them names one. What they
    /// write of names is folded here, by the function of PostgreSQL that has folded the names.
    public Uni<Catalogue<ChatFacts>> of(UUID workspaceId, ChatQuery... queries) {
        var fields = Stream.of(queries).anyMatch(ChatQuery::namesAttributes)
                ? of(workspaceId)
                : Uni.createFrom().item(ChatFields.CATALOGUE);
        var names = Stream.of(queries).flatMap(ChatQuery::names).distinct().toList();
        return names.isEmpty()
                ? fields
                : fields.chain(all -> folding.of(names).map(folded -> all.with(ChatFields.contactName(folded))));
    }

    /// Check a query for a viewer, see [ChatQuery#check].
    ///
    /// @return fails with `INVALID_FILTER` and the path of what is wrong
    public Uni<Condition<ChatFacts>> check(Viewer viewer, ChatQuery query) {
        return of(viewer.workspaceId(), query).map(catalogue -> query.check(viewer, catalogue));
    }

    /// All fields of a workspace.
    public Uni<Catalogue<ChatFacts>> of(UUID workspaceId) {
        return attributes.of(workspaceId).map(known -> made.get(known, ChatCatalogues::catalogue));
    }

    /// The fields of all workspaces and those of these attributes.
    public static Catalogue<ChatFacts> catalogue(List<ChatAttributeView> attributes) {
        Stream<Field<ChatFacts>> own = attributes.stream().map(AttributeFields::of);
        return new Catalogue<>(
                Stream.concat(ChatFields.CATALOGUE.fields().stream(), own).toList());
    }
}
