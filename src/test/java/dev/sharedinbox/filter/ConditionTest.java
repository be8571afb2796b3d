package dev.sharedinbox.filter;

import static dev.sharedinbox.filter.FilterOperator.*;
import static dev.sharedinbox.filter.Parcel.ANNA;
import static dev.sharedinbox.filter.Parcel.BERT;
import static dev.sharedinbox.filter.Parcel.BLUE;
import static dev.sharedinbox.filter.Parcel.EMPTY;
import static dev.sharedinbox.filter.Parcel.NORTH;
import static dev.sharedinbox.filter.Parcel.NOW;
import static dev.sharedinbox.filter.Parcel.RED;
import static dev.sharedinbox.filter.Parcel.SOUTH;
import static dev.sharedinbox.filter.Verdict.ANNA_OF_NORTH;
import static dev.sharedinbox.filter.Verdict.rule;
import static dev.sharedinbox.filter.Verdict.verdictOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sharedinbox.platform.sql.Sql;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionTest {

    @Test
    void words_areTakenAsTheyAre() {
        verdictOf(rule("state", EQ, "LOST")).holdsFor(Parcel.state("LOST")).doesNotHoldFor(EMPTY);
        verdictOf(rule("state", NE, "LOST")).holdsFor(EMPTY).doesNotHoldFor(Parcel.state("LOST"));
        verdictOf(rule("state", IN, "LOST", "MOVING")).holdsFor(EMPTY).holdsFor(Parcel.state("LOST"));
        verdictOf(rule("state", NOT_IN, "LOST", "MOVING")).doesNotHoldFor(EMPTY);
    }

    @Test
    void negations_holdForWhatIsEmpty() {
        verdictOf(rule("courier", NE, BERT)).holdsFor(EMPTY);
        verdictOf(rule("courier", NOT_IN, ANNA, BERT)).holdsFor(EMPTY);
        verdictOf(rule("labels", NONE_OF, RED)).holdsFor(EMPTY);
        verdictOf(rule("addressee", NE, "x")).holdsFor(EMPTY).holdsFor(Parcel.to(""));
        verdictOf(rule("addressee", NOT_CONTAINS, "x")).holdsFor(EMPTY).holdsFor(Parcel.to(""));
        verdictOf(rule("weight", NE, "1")).holdsFor(EMPTY);
    }

    @Test
    void words_resolveForTheViewer() {
        verdictOf(rule("courier", EQ, "ME")).holdsFor(Parcel.of(ANNA)).doesNotHoldFor(Parcel.of(BERT));
        verdictOf(rule("courier", NE, "ME")).holdsFor(EMPTY).doesNotHoldFor(Parcel.of(ANNA));
        verdictOf(rule("courier", EQ, "NONE")).holdsFor(EMPTY).doesNotHoldFor(Parcel.of(ANNA));
        verdictOf(rule("courier", NE, "NONE")).holdsFor(Parcel.of(ANNA)).doesNotHoldFor(EMPTY);
        verdictOf(rule("courier", IN, "ME", "NONE")).holdsFor(EMPTY).doesNotHoldFor(Parcel.of(BERT));
        verdictOf(rule("courier", NOT_IN, "ME", "NONE"))
                .holdsFor(Parcel.of(BERT))
                .doesNotHoldFor(EMPTY);
        verdictOf(rule("depot", EQ, "MY_TEAMS")).holdsFor(Parcel.in(NORTH)).doesNotHoldFor(Parcel.in(SOUTH));
        verdictOf(rule("depot", EQ, "MY_TEAMS")).doesNotHoldFor(EMPTY);
    }

    @Test
    void labels_areComparedAsASet() {
        verdictOf(rule("labels", ANY_OF, RED, BLUE)).holdsFor(Parcel.with(RED)).doesNotHoldFor(EMPTY);
        verdictOf(rule("labels", ALL_OF, RED, BLUE))
                .holdsFor(Parcel.with(RED, BLUE))
                .doesNotHoldFor(Parcel.with(RED));
        verdictOf(rule("labels", NONE_OF, RED)).holdsFor(Parcel.with(BLUE)).doesNotHoldFor(Parcel.with(RED, BLUE));
        verdictOf(rule("labels", IS_EMPTY)).holdsFor(EMPTY).doesNotHoldFor(Parcel.with(RED));
        verdictOf(rule("labels", IS_NOT_EMPTY)).holdsFor(Parcel.with(RED)).doesNotHoldFor(EMPTY);
    }

    @Test
    void text_ignoresUpperAndLowerCase() {
        verdictOf(rule("addressee", EQ, "ÅSA")).holdsFor(Parcel.to("åsa")).doesNotHoldFor(Parcel.to("asa"));
        verdictOf(rule("addressee", CONTAINS, "müll")).holdsFor(Parcel.to("Gabi MÜLLER"));
        verdictOf(rule("addressee", STARTS_WITH, "gabi")).holdsFor(Parcel.to("Gabi Müller"));
        verdictOf(rule("addressee", STARTS_WITH, "müller")).doesNotHoldFor(Parcel.to("Gabi Müller"));
        verdictOf(rule("addressee", ENDS_WITH, "MÜLLER")).holdsFor(Parcel.to("Gabi Müller"));
        verdictOf(rule("addressee", ENDS_WITH, "gabi"))
                .doesNotHoldFor(Parcel.to("Gabi Müller"))
                .doesNotHoldFor(Parcel.to("i"))
                .doesNotHoldFor(EMPTY);
        verdictOf(rule("addressee", CONTAINS, "%"))
                .holdsFor(Parcel.to("100% Wool"))
                .doesNotHoldFor(Parcel.to("Wool"));
        verdictOf(rule("addressee", IS_EMPTY)).holdsFor(EMPTY).holdsFor(Parcel.to(""));
    }

    @Test
    void numbers_compareByValue() {
        verdictOf(rule("weight", EQ, "2.0")).holdsFor(Parcel.weighing(2));
        verdictOf(rule("weight", IN, "2.0", "100")).holdsFor(Parcel.weighing(100));
        verdictOf(rule("weight", GT, "2")).holdsFor(Parcel.weighing(3)).doesNotHoldFor(Parcel.weighing(2));
        verdictOf(rule("weight", GTE, "2")).holdsFor(Parcel.weighing(2)).doesNotHoldFor(EMPTY);
        verdictOf(rule("weight", LT, "2")).holdsFor(Parcel.weighing(1)).doesNotHoldFor(Parcel.weighing(2));
        verdictOf(rule("weight", LTE, "2")).holdsFor(Parcel.weighing(2)).doesNotHoldFor(EMPTY);
        verdictOf(rule("weight", BETWEEN, "1", "3"))
                .holdsFor(Parcel.weighing(3))
                .doesNotHoldFor(Parcel.weighing(4));
    }

    @Test
    void flags_areTrueOrFalse() {
        verdictOf(rule("fragile", EQ, "true")).holdsFor(Parcel.glass()).doesNotHoldFor(EMPTY);
        verdictOf(rule("fragile", NE, "true")).holdsFor(EMPTY).doesNotHoldFor(Parcel.glass());
    }

    @Test
    void groups_followLogic() {
        // Given
        var none = new Filter.Any(List.of());
        var all = new Filter.All(List.of());

        // Then
        verdictOf(all).holdsFor(EMPTY);
        verdictOf(none).doesNotHoldFor(EMPTY);
        verdictOf(new Filter.Any(List.of(none, all))).holdsFor(EMPTY);
        verdictOf(new Filter.All(List.of(none, all))).doesNotHoldFor(EMPTY);
    }

    @Test
    void values_neverBecomeText() {
        // Given
        var nasty = "'; drop table chat; --";
        var filter = new Filter.Any(List.of(
                rule("addressee", EQ, nasty),
                rule("addressee", CONTAINS, nasty),
                rule("addressee", IN, nasty, "other"),
                rule("addressee", STARTS_WITH, nasty),
                rule("addressee", ENDS_WITH, nasty)));
        var sql = new Sql();

        // When
        var text = Parcel.CATALOGUE.check(filter, ANNA_OF_NORTH).sql(sql, NOW);

        // Then
        assertThat(text).doesNotContain("drop");
        assertThat(sql.values().size()).isEqualTo(5);
    }
}
