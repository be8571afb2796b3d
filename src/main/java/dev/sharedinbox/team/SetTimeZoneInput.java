package dev.sharedinbox.team;

import io.smallrye.graphql.api.Nullable;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("SetTimeZoneInput")
@Description("In which time zone the viewer is.")
public record SetTimeZoneInput(
        @Nullable @Description("The zone's IANA name, such as Europe/Berlin; null for that of the workspace.")
        String timeZone) {}
