package dev.sharedinbox.platform;

import java.util.regex.Pattern;

/// What PostgreSQL makes of texts.
public final class Texts {

    private static final Pattern SIGN_OF_PATTERN = Pattern.compile("[\\\\%_]");

    private Texts() {}

    /// Whether PostgreSQL can take a text: it has no zero character and no half of a surrogate pair.
    public static boolean isStorable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || Character.getType(point) == Character.SURROGATE);
    }

    /// Whether PostgreSQL can take a text, and people find it no longer than this many characters.
    public static boolean fits(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest && isStorable(text);
    }

    /// A text as a part of a pattern for `like`, in which it stands for itself.
    public static String inPattern(String text) {
        return SIGN_OF_PATTERN.matcher(text).replaceAll("\\\\$0");
    }
}
