package dev.sharedinbox.chat.contacts.block;

import io.smallrye.mutiny.Uni;

/// The carrier's list of those whom a business number does not want to hear from. It is called outside any transaction,
/// and both calls may be repeated; an exception counts as [BlockOutcome.Unclear].
public interface BlockList {

    Uni<BlockOutcome> add(BlockTarget target);

    Uni<BlockOutcome> remove(BlockTarget target);
}
