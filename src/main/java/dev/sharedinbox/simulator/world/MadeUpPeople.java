package dev.sharedinbox.simulator.world;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Gives every phone the same made-up name and BSUID, whenever it is asked. The phones 1 650 555 1201 to 1208 are the
/// people of the sample payloads.
final class MadeUpPeople {

    private static final String SAMPLE_PHONES = "1650555120";
    private static final List<String> SAMPLE_PEOPLE = List.of(
            "Ada Quill", "Bruno Falk", "Chidi Odum", "Dana Wren", "Emi Sato", "Farah Nasser", "Gus Lind", "Hana Bird");
    private static final List<String> FIRST_NAMES = List.of(
            "Alma", "Bilal", "Carla", "Deniz", "Elif", "Femi", "Greta", "Hugo", "Ines", "Jonah", "Kofi", "Lea", "Mina",
            "Nils", "Oona", "Pavel", "Rosa", "Samir", "Tove", "Uma", "Vera", "Wim", "Yara", "Zoë");
    private static final List<String> LAST_NAMES = List.of(
            "Abara",
            "Berg",
            "Costa",
            "Dahl",
            "Engel",
            "Fontaine",
            "Grau",
            "Haas",
            "Ito",
            "Jansen",
            "Kaya",
            "Lopes",
            "Marek",
            "Nowak",
            "Okafor",
            "Peña",
            "Rossi",
            "Silva",
            "Tamm",
            "Ueda",
            "Vogel",
            "Weiß",
            "Yilmaz");
    private static final Pattern SAMPLE_ID = Pattern.compile("US\\.7001000000000000000([1-8])");
    private static final Pattern OTHER_ID = Pattern.compile("[A-Z]{2}\\.7000([0-9]{16})");

    private MadeUpPeople() {}

    static Customer withPhone(WhatsappId id) {
        return sampleIndex(id.digits())
                .map(index -> new Customer(
                        id.digits(), "US.7001000000000000000" + (index + 1), SAMPLE_PEOPLE.get(index), null, false))
                .orElseGet(() -> new Customer(id.digits(), userId(id.digits()), name(id.digits()), null, false));
    }

    /// The phone behind a BSUID that was given out here.
    static Optional<WhatsappId> phoneOf(String userId) {
        var sample = SAMPLE_ID.matcher(userId);
        if (sample.matches()) {
            return Optional.of(new WhatsappId(SAMPLE_PHONES + sample.group(1)));
        }
        var other = OTHER_ID.matcher(userId);
        return other.matches() ? WhatsappId.ofPhone(Long.toString(Long.parseLong(other.group(1)))) : Optional.empty();
    }

    private static Optional<Integer> sampleIndex(String digits) {
        if (!digits.startsWith(SAMPLE_PHONES) || digits.length() != SAMPLE_PHONES.length() + 1) {
            return Optional.empty();
        }
        var index = digits.charAt(digits.length() - 1) - '1';
        return index >= 0 && index < SAMPLE_PEOPLE.size() ? Optional.of(index) : Optional.empty();
    }

    private static String userId(String digits) {
        return country(digits) + ".7000" + "0".repeat(16 - digits.length()) + digits;
    }

    private static String country(String digits) {
        return switch (digits.substring(0, 2)) {
            case "44" -> "GB";
            case "49" -> "DE";
            case "52" -> "MX";
            case "54" -> "AR";
            case "55" -> "BR";
            case "91" -> "IN";
            default -> "US";
        };
    }

    private static String name(String digits) {
        var mixed = Math.floorMod((Long.parseLong(digits) * 0x9E3779B97F4A7C15L) >>> 16, 1_000_003L);
        return FIRST_NAMES.get((int) (mixed % FIRST_NAMES.size())) + " "
                + LAST_NAMES.get((int) (mixed / FIRST_NAMES.size() % LAST_NAMES.size()));
    }
}
