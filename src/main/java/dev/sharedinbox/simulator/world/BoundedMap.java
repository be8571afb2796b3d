package dev.sharedinbox.simulator.world;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// A small memory for many threads: it holds at most `limit` entries and lets go of those unused for longest.
public final class BoundedMap<K, V> {

    private final Map<K, V> entries;

    public BoundedMap(int limit) {
        this.entries = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > limit;
            }
        };
    }

    public synchronized Optional<V> find(K key) {
        return Optional.ofNullable(entries.get(key));
    }

    public synchronized V findOrPut(K key, Supplier<V> absent) {
        return entries.computeIfAbsent(key, _ -> absent.get());
    }

    public synchronized void put(K key, V value) {
        entries.put(key, value);
    }

    /// Replace the value of `key` by what `change` makes of it, starting from `initial`, and give the new value.
    @CanIgnoreReturnValue
    public synchronized V change(K key, V initial, UnaryOperator<V> change) {
        var changed = change.apply(entries.getOrDefault(key, initial));
        entries.put(key, changed);
        return changed;
    }

    public synchronized void remove(K key) {
        entries.remove(key);
    }

    /// A copy of the keys, those unused for longest first.
    public synchronized List<K> keys() {
        return List.copyOf(entries.keySet());
    }

    public synchronized void clear() {
        entries.clear();
    }
}
