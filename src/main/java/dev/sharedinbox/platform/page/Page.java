package dev.sharedinbox.platform.page;

import java.util.List;
import java.util.function.Function;

/// The entries of a page, cut to the size that was wished for.
///
/// @param entries the entries, in the order of the list
/// @param hasNext whether there are entries after them
/// @param hasPrevious whether there are entries before them
public record Page<E>(List<E> entries, boolean hasNext, boolean hasPrevious) {

    /// Cut off the one entry more that was read to see whether the list goes on. On the side that the client came from
    /// the list goes on because the client has been there.
    public static <E> Page<E> of(List<E> read, PageRequest request) {
        var more = read.size() > request.size();
        var cameFrom = request.cursor().isPresent();
        if (request.backwards()) {
            return new Page<>(more ? read.subList(1, read.size()) : read, cameFrom, more);
        }
        return new Page<>(more ? read.subList(0, request.size()) : read, more, cameFrom);
    }

    public PageInfoView info(Function<E, String> cursor) {
        return entries.isEmpty()
                ? new PageInfoView(hasNext, hasPrevious, null, null)
                : new PageInfoView(
                        hasNext, hasPrevious, cursor.apply(entries.getFirst()), cursor.apply(entries.getLast()));
    }
}
