import java.net.URI;
import java.util.List;

/// Drives the running product and prints what it measured. Bodies are made and signed before the clock starts, and sent
/// over plain sockets, so that the driver takes as little of the shared cores as it can.
///
/// Arguments: base URL, seconds per measurement, process id of the product, process id of PostgreSQL, and what to
/// measure: any of `intake`, `pages`, `push`, `sustained`, `fanout`, `lists`, `biglists`, `counts`.
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        var base = URI.create(arguments[0]);
        var seconds = Integer.parseInt(arguments[1]);
        var cpu = new Cpu(Long.parseLong(arguments[2]), Long.parseLong(arguments[3]));
        var webhooks = new Webhooks();
        System.out.println("driver: " + IntakeRate.CONNECTIONS + " connections, " + seconds + " s per measurement, after a warm-up");
        for (var part : List.of(arguments).subList(4, arguments.length)) {
            switch (part) {
                case "intake" -> new IntakeRate(base, seconds, cpu, webhooks).run();
                case "pages" -> new PageRate(base, seconds, cpu).run();
                case "push" -> new PushLatency(base, seconds, cpu, webhooks).run();
                case "sustained" -> new Sustained(base, Math.max(60, seconds), cpu, webhooks).run();
                case "fanout" -> new FanOut(base, seconds, cpu, webhooks).run();
                case "biglists" -> new BigLists(base, seconds, cpu).run();
                case "counts" -> new SpaceCounts(base, seconds, cpu).run();
                case "lists" -> new LiveLists(base, seconds, cpu, webhooks).run();
                default -> throw new IllegalArgumentException("There is no measurement " + part);
            }
        }
        System.exit(0);
    }

    static double baseline(String name) {
        return Double.parseDouble(System.getenv().getOrDefault(name, "NaN"));
    }

    static void report(String what, double ours, double theirs, String baseline, String cpu) {
        System.out.printf("%-45s %,9.0f   %s %,9.0f   ratio %.2f%n  %s%n", what, ours, baseline, theirs, ours / theirs, cpu);
    }
}
