package dev.sharedinbox.chat.contacts;

import dev.sharedinbox.platform.page.Page;
import dev.sharedinbox.platform.page.PageRequest;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/// What a statement found of a page of customers.
///
/// @param rows those who fit, in order, one more than the page holds if there are more
/// @param edge up to where all were looked at; empty when that is the end
record FoundContacts(List<Row> rows, Optional<ContactPlace> edge) {

    static FoundContacts of(RowSet<Row> found) {
        var rows = StreamSupport.stream(found.spliterator(), false).toList();
        return new FoundContacts(
                rows.stream().filter(row -> row.getBoolean("fits")).toList(),
                rows.stream()
                        .filter(row -> row.getBoolean("cut"))
                        .map(FoundContacts::place)
                        .findFirst());
    }

    /// Whether it ended before a page was full.
    boolean isCut(int size) {
        return rows.size() <= size && edge.isPresent();
    }

    ContactConnectionView page(PageRequest request, Function<ContactPlace, String> seal) {
        var page = Page.of(rows, request);
        var info = page.info(row -> seal.apply(place(row)));
        return new ContactConnectionView(
                page.entries().stream()
                        .map(row -> new ContactEdgeView(ContactBook.view(row), seal.apply(place(row))))
                        .toList(),
                edge.filter(_ -> isCut(request.size()))
                        .map(place -> info.endingAt(seal.apply(place), false))
                        .orElse(info));
    }

    private static ContactPlace place(Row row) {
        return new ContactPlace(row.getInteger("segment"), row.getString("search_name"), row.getUUID("id"));
    }
}
