package dev.sharedinbox.channel.status;

import dev.sharedinbox.channel.BusinessNumberView;
import java.util.UUID;

/// A business number as it is now.
///
/// @param inboxId its inbox: whoever may see that may see the number
public record NumberNow(UUID inboxId, BusinessNumberView number, NumberStatusView status) {}
