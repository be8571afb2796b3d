package dev.sharedinbox.chat.search;

import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("SearchLanguage")
@Description("By the grammar of which language messages are searched, and how far older messages are kept by it.")
public record SearchLanguageView(
        @Description("The language that searches understand now; simple knows no grammar.")
        String language,

        @Nullable @Description("What the workspace has set; null: it goes with the installation.")
        String ownLanguage,

        @Description("What can be set, by name.") List<@NonNull String> languages,

        @Description(
                "Whether every message is found by it. Not so for a while after another language was set, and after an"
                        + " upgrade: the newest messages come first.")
        boolean complete,

        @Nullable @Description(
                "Messages that came in since then are found by it; null when all are, and when it has yet to begin.")
        Instant since,

        @Description("The part of the workspace's messages that are found by it, about, by time: from 0 to 1.")
        double progress) {}
