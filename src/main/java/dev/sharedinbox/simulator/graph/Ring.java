package dev.sharedinbox.simulator.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/// Remembers the latest `capacity` elements.
final class Ring<E> {

    private final int capacity;
    private final Deque<E> elements = new ArrayDeque<>();

    Ring(int capacity) {
        this.capacity = capacity;
    }

    synchronized void add(E element) {
        if (elements.size() == capacity) {
            elements.removeLast();
        }
        elements.addFirst(element);
    }

    /// The latest first.
    synchronized List<E> find(Predicate<E> wanted, int limit) {
        return elements.stream().filter(wanted).limit(limit).toList();
    }

    synchronized void clear() {
        elements.clear();
    }
}
