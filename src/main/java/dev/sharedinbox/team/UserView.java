package dev.sharedinbox.team;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

@Type("User")
@Description("A person who signs in and works on chats.")
public record UserView(
        @Id @Description("Opaque id.") String id,
        @Description("The name colleagues see.") String name,

        @Nullable @Description("The e-mail address, when the sign-in provider told it.")
        String email,

        @Description("Whether the user may still sign in; former colleagues keep their name on old messages.")
        boolean active,

        @Description("Whether the user takes chats now; they say so themselves.")
        Availability availability) {}
