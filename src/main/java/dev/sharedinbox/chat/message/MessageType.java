package dev.sharedinbox.chat.message;

import org.eclipse.microprofile.graphql.Description;

/// What a message is.
@Description("What a message is. Its text holds what a person reads first, its content the rest.")
public enum MessageType {
    @Description("Plain text.")
    TEXT,
    @Description("A picture, perhaps with a caption.")
    IMAGE,
    @Description("A video, perhaps with a caption.")
    VIDEO,
    @Description("A sound file or a voice note.")
    AUDIO,
    @Description("A file.")
    DOCUMENT,
    @Description("A sticker.")
    STICKER,
    @Description("A place: latitude, longitude, name and address.")
    LOCATION,
    @Description("Contact cards.")
    CONTACTS,
    @Description("A message with buttons, a list or a form.")
    INTERACTIVE,
    @Description("A tap on a button, a list row or a form's submit: content.id tells which.")
    REPLY,
    @Description("A cart sent as an order.")
    ORDER,
    @Description("A message made from an approved template.")
    TEMPLATE,
    @Description(
            "A call: content.status is RINGING, ANSWERED, COMPLETED, MISSED, REJECTED or UNANSWERED, content.seconds"
                    + " how long the two talked.")
    CALL,
    @Description("A notice by WhatsApp, such as a changed number.")
    SYSTEM,
    @Description("Something the product cannot show yet; content.raw holds it as it came.")
    UNSUPPORTED
}
