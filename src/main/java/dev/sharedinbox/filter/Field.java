package dev.sharedinbox.filter;

import dev.sharedinbox.filter.condition.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something rows can be filtered by.
///
/// @param <T> the row in memory
public sealed interface Field<T>
        permits BooleanField,
                EnumField,
                IdField,
                KeyedField,
                NumberField,
                SetField,
                TextField,
                TimestampField,
                ViewerField {

    /// The name that rules use.
    String name();

    /// The name that people read.
    String label();

    FieldType type();

    /// Whether rows may have no value.
    boolean canBeEmpty();

    /// Turn a rule about this field, whose operator and number of values were checked, into a condition.
    Condition<T> condition(PlacedRule rule);

    default List<FilterOperator> operators() {
        return type().operators(canBeEmpty());
    }

    /// How many characters a key may have that rules put behind the name and a dot; null for fields without keys.
    default @Nullable Integer longestKey() {
        return null;
    }

    /// The words that stand for values, such as `ME`; for an enumeration all values there are.
    default List<Option> options() {
        return List.of();
    }

    /// Where a front end finds the ids to choose from: the name of a query; null for fields without ids.
    default @Nullable String lookup() {
        return null;
    }

    /// A value with a name.
    ///
    /// @param value what a rule says
    /// @param label what people read
    record Option(String value, String label) {}
}
