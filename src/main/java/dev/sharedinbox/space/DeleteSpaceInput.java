package dev.sharedinbox.space;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Input;

@Input("DeleteSpaceInput")
@Description("The space to delete.")
public record DeleteSpaceInput(
        @Id @Description("The space.") String spaceId) {}
