/// The feed over GraphQL and REST: subscriptions, the query `changes` and `GET /v1/changes`.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.realtime.changes;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
