/// The world that one command shows: an embedded PostgreSQL, keys made per installation, sign-in tokens for seeded
/// users and a workspace full of lively chats. It exists in the dev, demo and test profiles only; a prod build has none
/// of its beans and none of its libraries.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.demo;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
