/// How the simulated Meta tells the product what happened: bodies written and signed as Meta writes and signs them,
/// posted until they are answered 200. Delivery is at least once and unordered, as at Meta; the number of waiting
/// bodies, of tries and of parallel posts is bounded.
@NullMarked
@CheckReturnValue
package dev.sharedinbox.simulator.webhook;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
