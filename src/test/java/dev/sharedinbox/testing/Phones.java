package dev.sharedinbox.testing;

import java.util.concurrent.atomic.AtomicLong;

/// Numbers of customers nobody has heard of before. All tests share one world, so none may make up its own.
public final class Phones {

    private static final AtomicLong NUMBERS = new AtomicLong(16508000000L);

    private Phones() {}

    /// The next number, digits only.
    public static String next() {
        return Long.toString(NUMBERS.incrementAndGet());
    }
}
