package dev.sharedinbox.media.store;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Map;

/// A server that speaks S3's protocol, within this JVM and yet apart: its classes would get into the product's way.
public final class S3Server implements QuarkusTestResourceLifecycleManager {

    static final String BUCKET = "files";

    private static final Path JAR = Path.of("target", "s3-server", "s3proxy-jar-with-dependencies.jar");
    private static final String SERVER = "org.gaul.s3proxy.junit.S3ProxyJunitCore";
    private static final String KEY = "test-key";
    private static final String SECRET = "test-secret";

    private URLClassLoader classes;
    private Object server;

    @Override
    public Map<String, String> start() {
        System.setProperty("LOG_LEVEL", "warn");
        var caller = Thread.currentThread().getContextClassLoader();
        try {
            classes = new URLClassLoader(new URL[] {JAR.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
            Thread.currentThread().setContextClassLoader(classes);
            server = built();
            call(server, "beforeEach");
            return settings((URI) call(server, "getUri"));
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException(e);
        } finally {
            Thread.currentThread().setContextClassLoader(caller);
        }
    }

    @Override
    public void stop() {
        try (var _ = classes) {
            call(server, "afterEach");
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object built() throws ReflectiveOperationException {
        var type = classes.loadClass(SERVER + "$Builder");
        var builder = type.getConstructor().newInstance();
        type.getMethod("withCredentials", String.class, String.class).invoke(builder, KEY, SECRET);
        type.getMethod("withBlobStoreProvider", String.class).invoke(builder, "transient-nio2");
        // It knows checksums of uploads, not those of downloads.
        call(builder, "ignoreUnknownHeaders");
        return call(builder, "build");
    }

    private static Object call(Object target, String method) throws ReflectiveOperationException {
        return target.getClass().getMethod(method).invoke(target);
    }

    private static Map<String, String> settings(URI endpoint) {
        return Map.of(
                "inbox.media.store", "s3",
                "inbox.media.s3.bucket", BUCKET,
                "inbox.media.s3.part-size", "5M",
                "quarkus.s3.endpoint-override", endpoint.toString(),
                "quarkus.s3.path-style-access", "true",
                "quarkus.s3.aws.region", "us-east-1",
                "quarkus.s3.aws.credentials.type", "static",
                "quarkus.s3.aws.credentials.static-provider.access-key-id", KEY,
                "quarkus.s3.aws.credentials.static-provider.secret-access-key", SECRET);
    }
}
