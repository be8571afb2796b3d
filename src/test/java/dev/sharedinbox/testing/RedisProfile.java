package dev.sharedinbox.testing;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// The product with a Redis of its own and a poll that no test lives to see, so that what arrives was
/// signalled.
public final class RedisProfile implements QuarkusTestProfile {

    private static final RedisProcess REDIS = startedOnce();

    public static RedisProcess redis() {
        return REDIS;
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("inbox.cluster.redis", REDIS.url(), "inbox.live.poll", "1h");
    }

    private static RedisProcess startedOnce() {
        var redis = RedisProcess.running();
        Runtime.getRuntime().addShutdownHook(new Thread(redis::close));
        return redis;
    }
}
