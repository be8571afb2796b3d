package dev.sharedinbox.testing;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Threads for clients that work side by side.
public final class SideBySide {

    private SideBySide() {}

    /// A thread for each client. Virtual ones would stop now and then for ever: REST Assured loads classes while it
    /// works, and a virtual thread that waits for a class keeps its carrier, of which there may be two.
    public static ExecutorService threads() {
        return Executors.newCachedThreadPool();
    }
}
