package dev.sharedinbox.contact;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A number that has passed to somebody else.
///
/// @param number the number, as it was received
/// @param from the contact it does not lead to any more
/// @param left the phone number that the contact shows without it, in E.164 form; null when none is known
record PassedNumber(Identity number, UUID from, @Nullable String left) {}
