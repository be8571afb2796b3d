package dev.sharedinbox.chat.list;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.sharedinbox.filter.Catalogue;
import dev.sharedinbox.platform.Texts;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Folds what is looked for in names, so that accents and case do not matter. PostgreSQL does it, by the function that
/// has folded the stored names: Java's tables of accents are others, and a name that is compared in memory must answer
/// as it does in the database. What was folded lately is remembered, because a version of the product folds a text in
/// one way.
@ApplicationScoped
class NameFolding {

    private static final String FOLD =
            "select written, search_text(written) as folded from unnest($1::text[]) as texts (written)";

    private static final int MOST_KEPT = 10_000;

    private final Pool pool;
    private final Cache<String, String> known =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

    NameFolding(Pool pool) {
        this.pool = pool;
    }

    /// The folding of these texts; it leaves every other text as it is.
    Uni<UnaryOperator<String>> of(Collection<String> texts) {
        var readable = texts.stream().filter(NameFolding::isReadable).collect(Collectors.toSet());
        var remembered = known.getAllPresent(readable);
        var folded = remembered.size() == readable.size()
                ? Uni.createFrom().item(remembered)
                : fold(readable).invoke(known::putAll);
        return folded.map(all -> text -> all.getOrDefault(text, text));
    }

    private Uni<Map<String, String>> fold(Set<String> texts) {
        return pool.preparedQuery(FOLD)
                .execute(Tuple.of(texts.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> row.getString("written"), row -> row.getString("folded"))));
    }

    /// PostgreSQL cannot read the others; the check of a filter refuses them.
    private static boolean isReadable(String text) {
        return text.length() <= Catalogue.MAX_LENGTH && Texts.isStorable(text);
    }
}
