package dev.sharedinbox.media.store;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// Cuts a content of unknown length into parts of one size, of which only the last may be shorter. Good for one
/// content; holds one part at most.
final class PartCutter {

    private final int size;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    PartCutter(int size) {
        this.size = size;
    }

    /// Take more of the content. Return the parts that are full, and are not the last one: something follows them.
    List<byte[]> add(byte[] chunk) {
        var full = new ArrayList<byte[]>();
        var from = 0;
        while (chunk.length - from > size - held.size()) {
            var room = size - held.size();
            held.write(chunk, from, room);
            from += room;
            full.add(rest());
        }
        held.write(chunk, from, chunk.length - from);
        return full;
    }

    /// What is left: at the end of the content, its last part.
    byte[] rest() {
        var rest = held.toByteArray();
        held.reset();
        return rest;
    }
}
