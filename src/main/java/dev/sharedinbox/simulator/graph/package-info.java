/// The simulated Graph API: messages, media, templates, numbers and blocked users under
/// `/simulator/graph/{version}`. Every call is checked as Meta documents it and refused with Meta's own error
/// envelope. What was called is kept in the [dev.sharedinbox.simulator.graph.Ledger].
@NullMarked
@CheckReturnValue
package dev.sharedinbox.simulator.graph;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
