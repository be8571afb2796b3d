package dev.sharedinbox.notification;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("SetNotificationSettingsInput")
@Description("What the viewer wants to be notified of from now on.")
public record SetNotificationSettingsInput(
        @Description("The chats whose news they want.") NotifiedChats chats) {}
