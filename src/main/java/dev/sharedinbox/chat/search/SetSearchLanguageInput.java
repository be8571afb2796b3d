package dev.sharedinbox.chat.search;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("SetSearchLanguageInput")
@Description("In which language the workspace's messages are searched.")
public record SetSearchLanguageInput(
        @Nullable @Description("One of searchLanguage.languages, such as english; null or left out: the installation's.")
        String language) {}
