package dev.sharedinbox.chat.search;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("TextMark")
@Description("A stretch of a text, counted in UTF-16 code units as JavaScript, Java and Swift's utf16 do.")
public record TextMarkView(
        @Description("Where it begins.") int start,
        @Description("Where it has ended.") int end) {}
