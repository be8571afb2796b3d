package dev.sharedinbox.filter.text;

import cz.jirutka.rsql.parser.UnknownOperatorException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Says in words why a text is no filter.
final class TextFault {

    private static final Pattern PLACE = Pattern.compile("at line (\\d+), column (\\d+)");
    private static final String FORM =
            "Expected rules such as status==OPEN or tags=any=(vip,\"very urgent\"), joined by ; (and) or , (or).";

    private TextFault() {}

    static String of(@Nullable Throwable cause) {
        return switch (cause) {
            case UnknownOperatorException unknown ->
                "There is no operator '" + unknown.getOperator() + "'. Operators: " + TextOperator.symbols() + ".";
            case IllegalArgumentException _ -> "Of (a,b) there can be several only after " + many() + ".";
            case null, default ->
                place(cause)
                                .map(place -> "The text goes wrong at " + place + ". ")
                                .orElse("")
                        + FORM;
        };
    }

    /// The parser tells the place in its message only.
    private static Optional<String> place(@Nullable Throwable cause) {
        return Optional.ofNullable(cause)
                .map(Throwable::getMessage)
                .map(PLACE::matcher)
                .filter(matcher -> matcher.find())
                .map(matcher -> "line " + matcher.group(1) + ", column " + matcher.group(2));
    }

    private static String many() {
        return Arrays.stream(TextOperator.values())
                .filter(TextOperator::takesMany)
                .map(TextOperator::symbol)
                .collect(Collectors.joining(" "));
    }
}
