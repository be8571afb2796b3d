package dev.sharedinbox.filter.text;

import static dev.sharedinbox.filter.FilterOperator.ANY_OF;
import static dev.sharedinbox.filter.FilterOperator.CONTAINS;
import static dev.sharedinbox.filter.FilterOperator.ENDS_WITH;
import static dev.sharedinbox.filter.FilterOperator.EQ;
import static dev.sharedinbox.filter.FilterOperator.IS_EMPTY;
import static dev.sharedinbox.filter.FilterOperator.IS_NOT_EMPTY;
import static dev.sharedinbox.filter.FilterOperator.NE;
import static dev.sharedinbox.filter.FilterOperator.ON;
import static dev.sharedinbox.filter.FilterOperator.WITHIN_LAST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sharedinbox.filter.Filter;
import dev.sharedinbox.filter.FilterOperator;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTextTest {

    @Test
    void text_isTheTreeItSays() {
        assertThat(FilterText.parse("status==OPEN;assignee!=ME;tags=any=(vip,\"very urgent\")"))
                .isEqualTo(all(
                        rule("status", EQ, "OPEN"),
                        rule("assignee", NE, "ME"),
                        rule("tags", ANY_OF, "vip", "very urgent")));
        assertThat(FilterText.parse("a==1,b==2;c==3"))
                .isEqualTo(any(rule("a", EQ, "1"), all(rule("b", EQ, "2"), rule("c", EQ, "3"))));
        assertThat(FilterText.parse("(a==1,b==2);c=empty=true"))
                .isEqualTo(all(any(rule("a", EQ, "1"), rule("b", EQ, "2")), rule("c", IS_EMPTY)));
        assertThat(FilterText.parse("c=empty=false")).isEqualTo(rule("c", IS_NOT_EMPTY));
        assertThat(FilterText.parse("a=contains='it\\'s \"\\\\\"'")).isEqualTo(rule("a", CONTAINS, "it's \"\\\""));
        assertThat(FilterText.parse(" ")).isEqualTo(all());
        assertThat(FilterText.parse("a=on=TODAY;b=ends=42;c=last=P7D"))
                .isEqualTo(all(rule("a", ON, "TODAY"), rule("b", ENDS_WITH, "42"), rule("c", WITHIN_LAST, "P7D")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a==             | line 1, column 3",
                "a==1;           | line 1, column 5",
                "a==1)           | line 1, column 5",
                "a==b c          | line 1, column 6",
                "a=='open        | column",
                "a=like=b        | =contains=",
                "a==(b,c)        | =any=",
                "a=empty=perhaps | true or false",
            })
    void wrongText_isRefusedWithThePlaceOrWhatIsAllowed(String text, String told) {
        assertThatExceptionOfType(InboxException.class)
                .isThrownBy(() -> FilterText.parse(text, "filterText"))
                .withMessageContaining(told)
                .satisfies(refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_FILTER);
                    assertThat(refused.path()).containsExactly("filterText");
                });
    }

    @Test
    void signsInTheNameOfAField_areWrittenAsInAnAddress() {
        var rule = rule("contactAttributes.Order no. (1)", EQ, "A-7");

        assertThat(FilterText.print(rule)).contains("contactAttributes.Order%20no.%20%281%29==A-7");
        assertThat(FilterText.parse("contactAttributes.Order%20no.%20%281%29==A-7"))
                .isEqualTo(rule);
        assertThat(FilterText.parse("contactAttributes.100%==A-7"))
                .isEqualTo(rule("contactAttributes.100%", EQ, "A-7"));
    }

    @Test
    void hugeText_isRefusedBeforeItIsParsed() {
        for (var text : List.of("(".repeat(5_000), "a".repeat(10_001))) {
            assertThatExceptionOfType(InboxException.class)
                    .isThrownBy(() -> FilterText.parse(text))
                    .satisfies(refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_FILTER));
        }
    }

    @Test
    void partsThatChangeNothing_areNotPrinted() {
        var rule = rule("a", EQ, "1");

        assertThat(FilterText.print(all(rule, all()))).contains("a==1");
        assertThat(FilterText.print(any(rule, all()))).contains("");
        assertThat(FilterText.print(any(rule, any()))).contains("a==1");
        assertThat(FilterText.print(all(rule, any()))).isEmpty();
    }

    @Property(tries = 1000)
    void printedFilter_isReadAsTheSameAgain(@ForAll("filters") Filter filter) {
        // When
        var text = FilterText.print(filter).orElseThrow();
        var read = FilterText.parse(text);

        // Then
        assertThat(read).isEqualTo(filter);
        assertThat(FilterText.print(read)).contains(text);
    }

    @Property(tries = 1000)
    void anyText_isReadOrRefused(@ForAll String text) {
        try {
            assertThat(FilterText.parse(text)).isNotNull();
        } catch (InboxException refused) {
            assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_FILTER);
        }
    }

    @Provide
    Arbitrary<Filter> filters() {
        var inner = Arbitraries.oneOf(rules(), groups(rules()));
        return Arbitraries.oneOf(rules(), groups(inner));
    }

    private static Arbitrary<Filter> groups(Arbitrary<Filter> parts) {
        var lists = parts.list().ofMinSize(2).ofMaxSize(4);
        return Arbitraries.oneOf(lists.map(Filter.All::new), lists.map(Filter.Any::new));
    }

    private static Arbitrary<Filter> rules() {
        var fields = Arbitraries.of(
                "status",
                "tags",
                "lastActivityAt",
                "contactName",
                "contactAttributes.ключ 50%",
                "contactAttributes.a'=\"(b);~<c>!,\t%41");
        var odd = Arbitraries.strings()
                .withChars("ab 01'\"\\();,=!<>*~.:+-_\n\téü")
                .ofMinLength(1)
                .ofMaxLength(8);
        return Combinators.combine(
                        fields, Arbitraries.of(FilterOperator.class), odd.list().ofSize(3))
                .as((field, operator, values) -> new Filter.Rule(
                        field,
                        operator,
                        switch (operator.arity()) {
                            case NONE -> List.of();
                            case ONE -> values.subList(0, 1);
                            case TWO -> values.subList(0, 2);
                            case MANY -> values;
                        }));
    }

    private static Filter all(Filter... parts) {
        return new Filter.All(List.of(parts));
    }

    private static Filter any(Filter... parts) {
        return new Filter.Any(List.of(parts));
    }

    private static Filter rule(String field, FilterOperator operator, String... values) {
        return new Filter.Rule(field, operator, List.of(values));
    }
}
