/// Files of the simulated Graph API: uploaded, described, downloaded by a link that expires, within Meta's limits.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.simulator.graph.media;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
