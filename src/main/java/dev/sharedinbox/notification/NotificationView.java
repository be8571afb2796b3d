package dev.sharedinbox.notification;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Type;

@Type("Notification")
@Description(
        "What to show the viewer. Its words are English; clients in other languages make their own of its kind and the"
                + " chat and message it comes with.")
public record NotificationView(
        @Id @Description("Opaque id: the same when it is told again, and on all devices.")
        String id,

        @Description("What it is about.") NotificationKind kind,

        @Description("The customer's name, else their number.")
        String title,

        @Description(
                "The beginning of what was written, at most 200 characters on one line, or a few words that say what"
                        + " happened.")
        String body) {

    @Override
    public String toString() {
        return "Notification[" + kind + " " + id + "]";
    }
}
