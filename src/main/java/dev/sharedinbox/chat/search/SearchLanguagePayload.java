package dev.sharedinbox.chat.search;

import dev.sharedinbox.platform.failure.UserErrorView;
import io.smallrye.graphql.api.Nullable;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("SearchLanguagePayload")
@Description("What became of another language for searches.")
public record SearchLanguagePayload(
        @Nullable @Description("How messages are searched now; null when the deed was refused.")
        SearchLanguageView searchLanguage,

        @Description("Why it was refused; empty when it was not.")
        List<@NonNull UserErrorView> errors) {

    static SearchLanguagePayload of(SearchLanguageView language) {
        return new SearchLanguagePayload(language, List.of());
    }

    static SearchLanguagePayload refused(List<UserErrorView> errors) {
        return new SearchLanguagePayload(null, errors);
    }
}
