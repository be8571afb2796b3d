package dev.sharedinbox.platform.failure;

import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("UserError")
@Description("Why a mutation was refused, for a person or a program to act on.")
public record UserErrorView(
        @NonNull @Description("The stable code, one of those that GET /v1/errors lists.")
        String code,

        @NonNull @Description("A sentence for people, in English.")
        String message,

        @NonNull @Description("The input field at fault, from the outside in; empty when no single field is.")
        List<@NonNull String> path) {}
