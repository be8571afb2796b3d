/// Signals between the nodes of an installation: that a workspace has something new to read, who is typing
/// where. They are quick, small and may be lost; whoever must know a thing for certain reads the database.
/// PostgreSQL carries them, or Redis when one is configured, and a node hears only of the workspaces that
/// somebody on it listens to.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.platform.cluster;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
