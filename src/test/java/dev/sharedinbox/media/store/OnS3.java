package dev.sharedinbox.media.store;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;

/// The product with its files in a bucket.
public final class OnS3 implements QuarkusTestProfile {

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(S3Server.class));
    }
}
