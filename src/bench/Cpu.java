import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// How much of the cores each part took, so that the driver's own share is in the report.
final class Cpu {

    private final long server;
    private final long postgres;
    private long[] before = new long[3];
    private long since;

    Cpu(long server, long postgres) {
        this.server = server;
        this.postgres = postgres;
    }

    void mark() throws IOException {
        before = ticks();
        since = System.nanoTime();
    }

    String since() throws IOException {
        var after = ticks();
        var elapsed = (System.nanoTime() - since) / 1e9;
        return String.format("cores used: product %.2f, PostgreSQL %.2f, driver %.2f",
                (after[0] - before[0]) / 100.0 / elapsed, (after[1] - before[1]) / 100.0 / elapsed,
                (after[2] - before[2]) / 100.0 / elapsed);
    }

    /// What the product holds of the machine's memory, in MiB.
    double memory() throws IOException {
        return memory(server);
    }

    static double memory(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0)
                .findFirst()
                .orElse(Double.NaN);
    }

    private long[] ticks() throws IOException {
        long database = ticks(postgres);
        for (var child : ProcessHandle.of(postgres).stream().flatMap(ProcessHandle::children).toList()) {
            database += ticks(child.pid());
        }
        return new long[] {ticks(server), database, ticks(ProcessHandle.current().pid())};
    }

    private static long ticks(long pid) throws IOException {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
        } catch (NoSuchFileException e) {
            return 0;
        }
    }
}
