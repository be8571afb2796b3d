package dev.sharedinbox.platform.graphql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How something that a query selects is read off a view, with all that is selected below it.
sealed interface PlainShape {

    /// Read it off a value.
    ///
    /// @throws NotPlain when the answer is not that simple
    Object read(Object value);

    /// A scalar or a word.
    record Leaf(Writer writer) implements PlainShape {

        @Override
        public Object read(Object value) {
            var written = writer.write(value);
            if (written == null) {
                throw new NotPlain();
            }
            return written;
        }
    }

    /// How a leaf is written in the answer.
    interface Writer {
        @Nullable Object write(Object value);
    }

    /// A list.
    record Items(PlainShape item, boolean isRequired) implements PlainShape {

        @Override
        public Object read(Object value) {
            if (!(value instanceof List<?> items)) {
                throw new NotPlain();
            }
            var read = new ArrayList<@Nullable Object>(items.size());
            for (var one : items) {
                read.add(readOne(one));
            }
            return read;
        }

        private @Nullable Object readOne(@Nullable Object one) {
            if (one != null) {
                return item.read(one);
            }
            if (isRequired) {
                throw new NotPlain();
            }
            return null;
        }
    }

    /// An object.
    record Fields(List<Part> parts) implements PlainShape {

        @Override
        public Map<String, @Nullable Object> read(Object value) {
            var read = LinkedHashMap.<String, @Nullable Object>newLinkedHashMap(parts.size());
            for (var part : parts) {
                read.put(part.key, part.read(value));
            }
            return read;
        }
    }

    /// A field of an object.
    ///
    /// @param key what the client calls it
    record Part(String key, Source source, PlainShape shape, boolean isRequired) {

        @Nullable Object read(Object owner) {
            var value = source.of(owner);
            if (value != null) {
                return shape.read(value);
            }
            if (isRequired) {
                throw new NotPlain();
            }
            return null;
        }
    }

    /// Where the value of a field is found.
    interface Source {
        @Nullable Object of(Object owner);
    }

    /// The long way must be gone, which explains what is wrong.
    final class NotPlain extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotPlain() {
            super(null, null, false, false);
        }
    }
}
