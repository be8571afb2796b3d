/// Shared Inbox: one chat inbox for many people and many WhatsApp numbers. Every package below is a room by feature;
/// its own documentation says what it is for, and a lower room of this list may use those above it:
/// platform, change, team, contact, channel, media, delivery, filter, chat, space, realtime, whatsapp, simulator, demo.
///
/// The way of an incoming message: `whatsapp.webhook` checks and reads it, `chat.intake` writes it with its
/// contact, chat and change in one transaction, `realtime` tells whoever may see it.
///
/// The way of an outgoing message: `chat.sending` checks and stores it, `delivery` hands it to `whatsapp.graph` and
/// settles the attempt once, and the statuses come back through `whatsapp.webhook`.
@NullMarked
@CheckReturnValue
package dev.sharedinbox;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
