package dev.sharedinbox.contact;

import java.time.Instant;

/// That a customer has another phone number from now on.
///
/// @param waId the WhatsApp id of the new one
/// @param at when they changed
public record NumberChange(String waId, Instant at) {

    Identity identity() {
        return new Identity(Identity.Kind.WA_ID, waId);
    }

    static NumberChange later(NumberChange one, NumberChange other) {
        return one.at().isAfter(other.at()) ? one : other;
    }

    @Override
    public String toString() {
        return "NumberChange[" + at + "]";
    }
}
