package dev.sharedinbox.chat.list.way;

import java.util.List;
import java.util.stream.Stream;

/// A way that is taken only if it leads to few chats, which then are sorted whatever the order. A statement
/// holds this way and another one; PostgreSQL runs only what fits.
///
/// @param branch the chats of a table, in no order
/// @param table the table, which was read up to one row more than few
/// @param most how many rows of it are few
record Few(Branch branch, String table, int most) {

    List<Branch> orElse(List<Branch> others) {
        return Stream.concat(
                        Stream.of(branch.when(count() + " <= " + most)),
                        others.stream().map(other -> other.when(count() + " > " + most)))
                .toList();
    }

    /// The same, of chats for which something holds.
    Few when(String condition) {
        return new Few(branch.when(condition), table, most);
    }

    private String count() {
        return "(select count(*) from " + table + ")";
    }
}
