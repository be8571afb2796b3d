/// The websocket of GraphQL: SmallRye speaks its protocol and runs its operations; here connections get the
/// same rules as those of `/ws/v1`. They must say who they are in time, end with their token, are counted,
/// slowed down and bounded, and are sent away when the node stops.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.realtime.graphql;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
