package dev.sharedinbox.simulator.graph.media;

import dev.sharedinbox.simulator.graph.media.MediaItem.Content;
import dev.sharedinbox.simulator.world.BusinessNumber;
import dev.sharedinbox.simulator.world.Reset;
import dev.sharedinbox.simulator.world.SimulatorConfig;
import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.logging.Log;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Keeps uploaded media for 30 days and media of customers for 7, and lets the oldest go when the shelf is full.
@ApplicationScoped
@IfBuildProfile(anyOf = {"dev", "demo", "test"})
public class MediaShelf {

    private static final Duration UPLOADED = Duration.ofDays(30);
    private static final Duration RECEIVED = Duration.ofDays(7);

    private final Clock clock;
    private final SimulatorConfig config;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, MediaItem> items = new LinkedHashMap<>();
    private long size;

    MediaShelf(Clock clock, SimulatorConfig config) {
        this.clock = clock;
        this.config = config;
    }

    /// Keep a file that somebody uploaded; from now on it is the shelf's to delete.
    MediaItem upload(BusinessNumber number, String mimeType, String sha256, Path file) throws IOException {
        return put(new MediaItem(
                newId(),
                number.id(),
                mimeType,
                sha256,
                Files.size(file),
                new Content.InFile(file),
                clock.instant().plus(UPLOADED)));
    }

    /// What a customer sends.
    public MediaItem receive(BusinessNumber number, SampleMedia sample) {
        return put(new MediaItem(
                newId(),
                number.id(),
                sample.mimeType(),
                sample.sha256(),
                sample.size(),
                new Content.Shared(sample),
                clock.instant().plus(RECEIVED)));
    }

    /// The file of an id, while it is kept.
    public synchronized Optional<MediaItem> find(String id) {
        return Optional.ofNullable(items.get(id))
                .filter(item -> item.expiresAt().isAfter(clock.instant()));
    }

    /// Keep a file no longer. Fine to repeat.
    public synchronized void remove(String id) {
        var item = items.remove(id);
        if (item != null) {
            discard(item);
        }
    }

    private synchronized MediaItem put(MediaItem item) {
        items.put(item.id(), item);
        size += item.size();
        while (items.size() > config.memory() || (size > config.mediaMemory() && items.size() > 1)) {
            remove(items.keySet().iterator().next());
        }
        return item;
    }

    private void discard(MediaItem item) {
        size -= item.size();
        switch (item.content()) {
            case Content.InFile(var path) -> delete(path);
            case Content.Shared _ -> {
                // Nothing of its own.
            }
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            Log.warn("A simulated medium could not be deleted", e);
        }
    }

    private String newId() {
        return Long.toString(random.nextLong(1_000_000_000_000_000L, 9_999_999_999_999_999L));
    }

    synchronized void forget(@Observes Reset reset) {
        clear();
    }

    @PreDestroy
    synchronized void clear() {
        items.values().forEach(this::discard);
        items.clear();
    }
}
