package dev.sharedinbox.chat.intake;

import dev.sharedinbox.chat.intake.incoming.Incoming;
import dev.sharedinbox.platform.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes the files that messages announce, to be fetched later.
final class FileRecords {

    private static final String FILES = """
            insert into attachment (workspace_id, id, message_id, kind, mime_type, file_name, sha256, voice, animated,
                provider_media_id, provider_url, imported)
            select $1, * from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::text[], $8::bool[],
                $9::bool[], $10::text[], $11::text[], $12::bool[])
            """;

    private FileRecords() {}

    static Uni<Void> insert(SqlClient transaction, UUID workspaceId, List<NewFile> files) {
        if (files.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var values = Tuple.of(workspaceId)
                .addArrayOfUUID(files.stream().map(_ -> Ids.next()).toArray(UUID[]::new))
                .addArrayOfUUID(files.stream().map(NewFile::messageId).toArray(UUID[]::new))
                .addArrayOfString(texts(files, Incoming.File::kind))
                .addArrayOfString(texts(files, Incoming.File::mimeType))
                .addArrayOfString(texts(files, Incoming.File::fileName))
                .addArrayOfString(texts(files, Incoming.File::sha256))
                .addArrayOfBoolean(flags(files, Incoming.File::voice))
                .addArrayOfBoolean(flags(files, Incoming.File::animated))
                .addArrayOfString(texts(files, Incoming.File::providerMediaId))
                .addArrayOfString(texts(files, Incoming.File::providerUrl))
                .addArrayOfBoolean(files.stream().map(NewFile::imported).toArray(Boolean[]::new));
        return transaction.preparedQuery(FILES).execute(values).replaceWithVoid();
    }

    private static String[] texts(List<NewFile> files, Function<Incoming.File, @Nullable String> column) {
        return files.stream().map(NewFile::file).map(column).toArray(String[]::new);
    }

    private static Boolean[] flags(List<NewFile> files, Function<Incoming.File, Boolean> column) {
        return files.stream().map(NewFile::file).map(column).toArray(Boolean[]::new);
    }
}
