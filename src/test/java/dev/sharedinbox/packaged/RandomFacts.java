package dev.sharedinbox.packaged;

import dev.sharedinbox.packaged.Fact.Broken;
import dev.sharedinbox.packaged.Fact.Echoed;
import dev.sharedinbox.packaged.Fact.Edited;
import dev.sharedinbox.packaged.Fact.Foreign;
import dev.sharedinbox.packaged.Fact.Reacted;
import dev.sharedinbox.packaged.Fact.Reported;
import dev.sharedinbox.packaged.Fact.Revoked;
import dev.sharedinbox.packaged.Fact.Written;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/// Random traffic: what two numbers and a few customers may say to each other, and what Meta may say about it.
final class RandomFacts {

    static final int CUSTOMERS = 5;
    static final int MOST = 1000;

    private static final Arbitrary<Integer> NUMBERS = Arbitraries.integers().between(0, 1);
    private static final Arbitrary<Integer> PEOPLE = Arbitraries.integers().between(0, CUSTOMERS - 1);
    private static final Arbitrary<Integer> TARGETS = Arbitraries.integers().between(0, MOST - 1);
    private static final Arbitrary<String> WORDS =
            Arbitraries.of("sent", "delivered", "read", "played", "failed", "warming");

    private RandomFacts() {}

    static Arbitrary<List<Fact>> facts(int fewest, int most) {
        return one().list()
                .ofMinSize(fewest)
                .ofMaxSize(most)
                .withSizeDistribution(RandomDistribution.biased())
                .map(RandomFacts::aimed);
    }

    /// Aim at facts that exist.
    private static List<Fact> aimed(List<Fact> facts) {
        return IntStream.range(0, facts.size())
                .mapToObj(i -> aimed(facts.get(i), facts.size()))
                .toList();
    }

    private static Fact aimed(Fact fact, int count) {
        return switch (fact) {
            case Reported(var target, var word) -> new Reported(target % count, word);
            case Edited(var target, var text) -> new Edited(target % count, text);
            case Revoked(var target) -> new Revoked(target % count);
            case Reacted(var customer, var target, var emoji) -> new Reacted(customer, target % count, emoji);
            case Written _, Echoed _, Broken _, Foreign _ -> fact;
        };
    }

    private static Arbitrary<Fact> one() {
        return Arbitraries.frequencyOf(
                Tuple.of(
                        8,
                        Combinators.combine(NUMBERS, PEOPLE, Arbitraries.of(Fact.Kind.class), texts().injectNull(0.1))
                                .as(Written::new)),
                Tuple.of(3, Combinators.combine(NUMBERS, PEOPLE, texts()).as(Echoed::new)),
                Tuple.of(5, Combinators.combine(TARGETS, WORDS).as(Reported::new)),
                Tuple.of(2, Combinators.combine(TARGETS, texts()).as(Edited::new)),
                Tuple.of(1, TARGETS.map(Revoked::new)),
                Tuple.of(
                        2,
                        Combinators.combine(
                                        PEOPLE,
                                        TARGETS,
                                        Arbitraries.of("👍", "❤️", "👩‍👩‍👧").injectNull(0.3))
                                .as(Reacted::new)),
                Tuple.of(
                        1,
                        Combinators.combine(NUMBERS, Arbitraries.of(Fact.Fault.class))
                                .as(Broken::new)),
                Tuple.of(1, Arbitraries.of(true, false).map(Foreign::new)));
    }

    /// Any UTF-16 at all: NUL, halves of pairs, directions, combining marks.
    private static Arbitrary<String> texts() {
        var odd = Arbitraries.strings()
                .withChars('\0', '\uD800', '\uDC00', '\u202E', '\u0301', ' ', '\n', '"', '\\')
                .ofMaxLength(6);
        var any = Arbitraries.strings().ofMaxLength(30);
        return Arbitraries.oneOf(any, odd, Arbitraries.strings().alpha().ofLength(5));
    }
}
