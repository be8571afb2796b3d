package dev.sharedinbox.delivery;

import java.time.Instant;
import java.util.UUID;

/// A delivery that this node has taken to call the carrier with. It ends exactly once, and only while the row
/// still says that it is ours.
///
/// @param delivery what to hand over
/// @param node the node that holds it
/// @param attempt the number of this call among all calls for the message
/// @param attempts the number of calls since it was enqueued, this one included
/// @param enqueuedAt when somebody asked for it
record Claim(OutgoingDelivery delivery, UUID node, int attempt, int attempts, Instant enqueuedAt) {}
