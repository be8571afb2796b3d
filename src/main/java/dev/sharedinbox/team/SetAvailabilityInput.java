package dev.sharedinbox.team;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("SetAvailabilityInput")
@Description("Whether the viewer takes chats from now on.")
public record SetAvailabilityInput(
        @Description("What colleagues see and allocation goes by.")
        Availability availability) {}
