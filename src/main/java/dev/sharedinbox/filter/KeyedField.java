package dev.sharedinbox.filter;

import dev.sharedinbox.filter.condition.Condition;
import dev.sharedinbox.platform.Texts;
import java.util.Optional;
import java.util.function.Function;

/// A text for each key that somebody may put behind its name, as in `contactAttributes.order`. Nobody has listed the
/// keys; a row without one has no value there.
///
/// @param name what comes before the dot and the key
/// @param label the name that people read
/// @param longestKey how many characters a key may have
/// @param of the field of a key
public record KeyedField<T>(String name, String label, Integer longestKey, Function<String, TextField<T>> of)
        implements Field<T> {

    @Override
    public FieldType type() {
        return FieldType.TEXT;
    }

    @Override
    public boolean canBeEmpty() {
        return true;
    }

    @Override
    public Condition<T> condition(PlacedRule rule) {
        return key(rule.rule().field())
                .map(of)
                .orElseThrow(() -> rule.refuse(
                        "Expected " + name + ", a dot and a key of 1 to " + longestKey + " characters.", "field"))
                .condition(rule);
    }

    private Optional<String> key(String field) {
        return Optional.of(field)
                .filter(written -> written.length() > name.length() + 1)
                .map(written -> written.substring(name.length() + 1))
                .filter(key -> Texts.fits(key, longestKey));
    }
}
