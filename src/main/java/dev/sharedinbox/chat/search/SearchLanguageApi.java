package dev.sharedinbox.chat.search;

import dev.sharedinbox.platform.failure.Refusals;
import dev.sharedinbox.team.signin.Viewers;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Mutation;
import org.eclipse.microprofile.graphql.Query;

/// In which language a workspace's messages are searched, over GraphQL. Everybody sees it; changing it takes the
/// permission `ADMINISTRATE`.
@GraphQLApi
public class SearchLanguageApi {

    private final Viewers viewers;
    private final SearchLanguages languages;

    SearchLanguageApi(Viewers viewers, SearchLanguages languages) {
        this.viewers = viewers;
        this.languages = languages;
    }

    @Query
    @Description("In which language messages are searched, and how far older messages are kept by it.")
    public Uni<SearchLanguageView> searchLanguage() {
        return viewers.current().chain(viewer -> languages.of(viewer.workspaceId()));
    }

    /// Named because the engine would take `set` for a setter's and drop it.
    @Mutation("setSearchLanguage")
    @Description(
            "Search the workspace's messages in another language from now on. Older messages follow in the background,"
                    + " newest first; searchLanguage tells how far that is.")
    public Uni<SearchLanguagePayload> setSearchLanguage(@Description("Which language.") SetSearchLanguageInput input) {
        var done = viewers.current().chain(viewer -> languages.set(viewer, input.language()));
        return Refusals.recover(done, SearchLanguagePayload::of, SearchLanguagePayload::refused);
    }
}
