/// The way into the simulated Graph API: tokens, paths, parameters, pages and refusals with Meta's codes.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.simulator.graph.door;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
