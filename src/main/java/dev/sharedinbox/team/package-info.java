/// Who works here: users, teams and roles, the viewer behind a token, and the access scope that decides which chats a
/// viewer may see.
@NullMarked
@CheckReturnValue
@DefaultNonNull
package dev.sharedinbox.team;

import com.google.errorprone.annotations.CheckReturnValue;
import io.smallrye.graphql.api.DefaultNonNull;
import org.jspecify.annotations.NullMarked;
