package dev.sharedinbox.testing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;

/// Gives every `@QuarkusTest` of the module the embedded database; nothing needs to mention it.
@WithTestResource(value = EmbeddedDatabaseResource.class, scope = TestResourceScope.GLOBAL)
final class Installation {

    private Installation() {}
}
