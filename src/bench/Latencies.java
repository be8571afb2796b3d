import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// Times in nanoseconds, gathered by many threads; what is more than there is room for is counted only.
final class Latencies {

    private final long[] values;
    private final AtomicInteger count = new AtomicInteger();
    private final Semaphore arrived = new Semaphore(0);

    Latencies(int room) {
        values = new long[room];
    }

    void add(long nanoseconds) {
        var place = count.getAndIncrement();
        if (place < values.length) {
            values[place] = nanoseconds;
        }
        arrived.release();
    }

    /// Wait until so many have arrived since the beginning, but not for ever.
    void await(int total) throws InterruptedException {
        if (arrived.tryAcquire(total, 10, TimeUnit.SECONDS)) {
            arrived.release(total);
        }
    }

    int count() {
        return count.get();
    }

    @Override
    public String toString() {
        var sorted = Arrays.copyOf(values, Math.min(count.get(), values.length));
        Arrays.sort(sorted);
        return String.format("p50 %.1f ms, p99 %.1f ms, max %.1f ms (%,d)", at(sorted, 0.5), at(sorted, 0.99), at(sorted, 1), count.get());
    }

    private static double at(long[] sorted, double quantile) {
        return sorted.length == 0 ? Double.NaN : sorted[(int) Math.min(sorted.length - 1, quantile * sorted.length)] / 1e6;
    }
}
