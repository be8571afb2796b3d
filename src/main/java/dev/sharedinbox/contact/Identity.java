package dev.sharedinbox.contact;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// One way to recognise a contact.
///
/// @param kind what the value is
/// @param value the id as it was received, never rewritten
public record Identity(Kind kind, String value) implements Comparable<Identity> {

    /// No id is longer, in characters.
    public static final int LONGEST = 256;

    private static final Comparator<Identity> ORDER =
            Comparator.comparing(Identity::kind).thenComparing(Identity::value);

    /// The kinds, the most telling first: a business-scoped user id names a person, a WhatsApp id only a number.
    public enum Kind {
        /// The user id that WhatsApp gives a person towards this business.
        BSUID,
        /// The WhatsApp id: the digits of a phone number, not always those that people dial.
        WA_ID,
        /// A WhatsApp group.
        GROUP
    }

    boolean isNumber() {
        return kind == Kind.WA_ID;
    }

    /// The number in E.164 form; both of its forms give the same.
    String phone() {
        return PhoneNumbers.e164(value);
    }

    /// The same number in its other form, where its country has two.
    Optional<Identity> otherForm() {
        return isNumber() ? NumberForms.other(value).map(form -> new Identity(kind, form)) : Optional.empty();
    }

    /// Whose it is: whoever was seen with it in this form, or else in its other one.
    Optional<UUID> owner(Map<Identity, UUID> owners) {
        return Optional.ofNullable(owners.get(this))
                .or(() -> otherForm().flatMap(form -> Optional.ofNullable(owners.get(form))));
    }

    @Override
    public int compareTo(Identity other) {
        return ORDER.compare(this, other);
    }
}
