package dev.sharedinbox.filter;

import dev.sharedinbox.filter.condition.Column;
import dev.sharedinbox.filter.condition.SetColumn;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// A row of a domain that is nobody's, with a field of each type.
public record Parcel(
        String state,
        UUID courier,
        UUID depot,
        Set<UUID> labels,
        String addressee,
        Long weight,
        Instant dueAt,
        boolean fragile) {

    static final UUID ANNA = new UUID(1, 1);
    static final UUID BERT = new UUID(1, 2);
    static final UUID NORTH = new UUID(2, 1);
    static final UUID SOUTH = new UUID(2, 2);
    static final UUID RED = new UUID(3, 1);
    static final UUID BLUE = new UUID(3, 2);
    static final Instant NOW = Instant.parse("2026-01-31T12:00:00Z");

    static final Parcel EMPTY = new Parcel("MOVING", null, null, Set.of(), null, null, null, false);

    public static final Catalogue<Parcel> CATALOGUE = new Catalogue<>(List.of(
            new EnumField<>(
                    "state",
                    "State",
                    Column.of("state", Parcel::state),
                    List.of(new Field.Option("MOVING", "Moving"), new Field.Option("LOST", "Lost")),
                    false),
            new IdField<>(
                    "courier",
                    "Courier",
                    Column.of("courier", Parcel::courier),
                    List.of(IdField.Word.ME, IdField.Word.NONE),
                    "couriers",
                    true),
            new IdField<>(
                    "depot",
                    "Depot",
                    Column.of("depot", Parcel::depot),
                    List.of(IdField.Word.MY_TEAMS),
                    "depots",
                    true),
            new TagsField<>("labels", "Labels", new SetColumn<>("l where true", "l.id", Parcel::labels), "labels"),
            TextField.of("addressee", "Addressee", Column.of("addressee", Parcel::addressee)),
            new NumberField<>(
                    "weight",
                    "Weight",
                    Column.of("weight", parcel -> parcel.weight() == null ? null : BigDecimal.valueOf(parcel.weight())),
                    true),
            new TimestampField<>("dueAt", "Due", Column.of("due_at", Parcel::dueAt), true),
            new TimestampField<>("birthday", "Birthday", Column.of("birthday", Parcel::dueAt), true, true),
            new BooleanField<>("fragile", "Fragile", Column.of("fragile", Parcel::fragile), false)));

    static Parcel state(String state) {
        return new Parcel(state, null, null, Set.of(), null, null, null, false);
    }

    static Parcel of(UUID courier) {
        return new Parcel("MOVING", courier, null, Set.of(), null, null, null, false);
    }

    static Parcel in(UUID depot) {
        return new Parcel("MOVING", null, depot, Set.of(), null, null, null, false);
    }

    static Parcel with(UUID... labels) {
        return new Parcel("MOVING", null, null, Set.of(labels), null, null, null, false);
    }

    public static Parcel to(String addressee) {
        return new Parcel("MOVING", null, null, Set.of(), addressee, null, null, false);
    }

    public static Parcel weighing(long weight) {
        return new Parcel("MOVING", null, null, Set.of(), null, weight, null, false);
    }

    public static Parcel due(String time) {
        return new Parcel("MOVING", null, null, Set.of(), null, null, Instant.parse(time), false);
    }

    static Parcel bornOn(String date) {
        return due(date + "T00:00:00Z");
    }

    public static Parcel glass() {
        return new Parcel("MOVING", null, null, Set.of(), null, null, null, true);
    }
}
