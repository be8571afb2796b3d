package dev.sharedinbox.whatsapp.webhook.body;

import java.util.Locale;

/// Puts what Meta says into sentences.
public final class Texts {

    private Texts() {}

    /// At most so many characters, without half a surrogate pair at the end.
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end);
    }

    /// A word of Meta as people write: `PRIMARY_INACTIVITY` is `primary inactivity`.
    public static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// As a sentence: with one full stop at its end.
    public static String sentence(String text) {
        var stripped = text.strip();
        return stripped.endsWith(".") || stripped.endsWith("!") || stripped.endsWith("?") ? stripped : stripped + ".";
    }
}
