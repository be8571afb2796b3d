package dev.sharedinbox.filter.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A field's name within the text of a filter. A key that people chose may have signs that the text means otherwise:
/// each of them, and the percent sign, is written as in an address, a space as `%20`.
final class FieldName {

    private static final Pattern SIGN = Pattern.compile("[\\x00-\\x20\"'();,=<>!~%\\x7f]");
    private static final Pattern WRITTEN = Pattern.compile("%([0-7][0-9A-Fa-f])");

    private FieldName() {}

    static String write(String name) {
        return SIGN.matcher(name)
                .replaceAll(sign -> "%%%02X".formatted((int) sign.group().charAt(0)));
    }

    static String read(String written) {
        return WRITTEN.matcher(written)
                .replaceAll(sign -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(sign.group(1), 16))));
    }
}
