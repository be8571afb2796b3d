package dev.sharedinbox.testing;

import java.util.concurrent.atomic.AtomicLong;

/// Numbers of customers nobody has heard of before. All tests share one world, so none may make up its own.
///
/// The numbers begin where the clock stands: this class is loaded anew for each application that the tests start, while
/// their database stays.
public final class Phones {

    private static final long FIRST = 12132000000L;
    private static final long VALID = 7_990_000L;

    private static final AtomicLong NUMBERS = new AtomicLong(FIRST + System.currentTimeMillis() / 10 % VALID);

    private Phones() {}

    /// The next number, digits only.
    public static String next() {
        return Long.toString(NUMBERS.incrementAndGet());
    }
}
