package dev.sharedinbox.demo;

import java.util.List;

/// What the demo's customers are called.
final class DemoNames {

    private static final List<String> FIRST = List.of(
            "Aisha", "Ben", "Carla", "Daniel", "Elif", "Femi", "Grace", "Hiro", "Ines", "Jamal", "Katya", "Liam", "Mei",
            "Noah", "Olga", "Pedro", "Quinn", "Rosa", "Samir", "Tanvi", "Uma", "Viktor", "Wanda", "Ximena", "Yusuf",
            "Zofia");
    private static final List<String> LAST = List.of(
            "Adeyemi", "Becker", "Costa", "Dubois", "Evans", "Fischer", "García", "Haddad", "Ivanova", "Jensen", "Kim");

    private DemoNames() {}

    /// The name of one customer; different for the first 286.
    static String of(int customer) {
        return FIRST.get(customer % FIRST.size()) + " " + LAST.get(customer % LAST.size());
    }
}
