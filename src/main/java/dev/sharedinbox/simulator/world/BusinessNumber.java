package dev.sharedinbox.simulator.world;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The business numbers of the one simulated WhatsApp Business Account.
public enum BusinessNumber {
    SALES("300100200300401", "16505550100", "+1 650-555-0100", "Sample Bakery Sales"),
    SUPPORT("300100200300402", "16505550101", "+1 650-555-0101", "Sample Bakery Support");

    /// The account that owns the numbers and the templates.
    public static final String ACCOUNT_ID = "210045600000001";

    private final String id;
    private final String digits;
    private final String display;
    private final String verifiedName;

    BusinessNumber(String id, String digits, String display, String verifiedName) {
        this.id = id;
        this.digits = digits;
        this.display = display;
        this.verifiedName = verifiedName;
    }

    /// The number whose `phone_number_id` is `id`.
    public static Optional<BusinessNumber> withId(String id) {
        return all().stream().filter(number -> number.id.equals(id)).findFirst();
    }

    public static List<BusinessNumber> all() {
        return Arrays.asList(values());
    }

    public String id() {
        return id;
    }

    /// The phone number without any sign, as webhooks spell it.
    public String digits() {
        return digits;
    }

    /// The phone number as people write it.
    public String display() {
        return display;
    }

    public String verifiedName() {
        return verifiedName;
    }
}
