package dev.sharedinbox.channel;

import java.util.UUID;

/// What intake needs to know of a business number.
///
/// @param id the number
/// @param inboxId the inbox its new chats arrive in
/// @param afterClose what a message does after its chat was closed
/// @param displayPhone the number as people read it
public record BusinessNumberRef(UUID id, UUID inboxId, AfterClose afterClose, String displayPhone) {

    /// Whether these are its digits, however either is written.
    public boolean isWritten(String phone) {
        return digits(displayPhone).equals(digits(phone));
    }

    private static String digits(String phone) {
        return phone.replaceAll("[^0-9]", "");
    }
}
