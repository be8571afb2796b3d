package dev.sharedinbox.whatsapp;

import static dev.sharedinbox.whatsapp.ErrorKind.CONFIGURATION;
import static dev.sharedinbox.whatsapp.ErrorKind.FINAL;
import static dev.sharedinbox.whatsapp.ErrorKind.RETRY;
import static dev.sharedinbox.whatsapp.ErrorKind.UNCLEAR;

import java.util.HashMap;
import java.util.Map;

/// The codes that Meta documents and an inbox can meet, with what we tell an agent about each.
final class KnownErrors {

    static final Map<Integer, ErrorAdvice> BY_CODE = byCode();

    private KnownErrors() {}

    private static Map<Integer, ErrorAdvice> byCode() {
        var rows = new HashMap<Integer, ErrorAdvice>();
        configuration(rows);
        limits(rows);
        unclear(rows);
        recipient(rows);
        content(rows);
        templates(rows);
        blocks(rows);
        return Map.copyOf(rows);
    }

    private static void configuration(Map<Integer, ErrorAdvice> rows) {
        var renew = "The connection to WhatsApp must be renewed by an admin.";
        var admin = "Ask an admin to look at the WhatsApp account.";
        var restricted = "WhatsApp has restricted this account. Ask an admin.";
        put(rows, ErrorAdvice.of(CONFIGURATION, "The connection to WhatsApp has expired", renew), 0, 190);
        put(rows, ErrorAdvice.of(CONFIGURATION, "A permission on WhatsApp is missing", renew), 3, 10, 131005);
        put(rows, ErrorAdvice.of(CONFIGURATION, "Account restricted", restricted), 368, 131031);
        put(
                rows,
                ErrorAdvice.of(
                        CONFIGURATION, "Spam limit reached", "Sending is limited because customers reported messages."),
                131048);
        put(
                rows,
                ErrorAdvice.of(
                        CONFIGURATION,
                        "This sender number no longer exists",
                        "Ask an admin to connect another number."),
                33);
        put(rows, ErrorAdvice.of(CONFIGURATION, "The number's display name is not approved", admin), 131037);
        put(
                rows,
                ErrorAdvice.of(
                        CONFIGURATION,
                        "Payment problem",
                        "WhatsApp stopped sending: an admin must fix the payment method."),
                131042,
                134011);
        put(
                rows,
                ErrorAdvice.of(CONFIGURATION, "The number is not registered properly", admin),
                131045,
                133000,
                133005,
                133006,
                133008,
                133009,
                133010,
                133015,
                133016,
                136024);
        put(rows, ErrorAdvice.of(CONFIGURATION, "Marketing messages are off for this account", admin), 131063, 131064);
    }

    private static void limits(Map<Integer, ErrorAdvice> rows) {
        var patience = "WhatsApp was busy for too long. Send it again.";
        put(rows, ErrorAdvice.of(RETRY, "Too many calls to WhatsApp", patience), 4, 80007, 130429);
        put(
                rows,
                ErrorAdvice.of(RETRY, "Too many messages to this customer", "Wait a little, then send it again."),
                131056);
        put(rows, ErrorAdvice.of(RETRY, "WhatsApp is maintaining the number", patience), 131057, 2494100);
        put(rows, ErrorAdvice.of(RETRY, "The flow is throttled", "Send it again in an hour."), 132069);
        put(
                rows,
                ErrorAdvice.of(RETRY, "The account is still being set up for marketing", "Send it again later."),
                134101);
    }

    private static void unclear(Map<Integer, ErrorAdvice> rows) {
        put(
                rows,
                ErrorAdvice.of(UNCLEAR, "WhatsApp had a problem", "It may have been sent. Check before sending again."),
                1,
                2,
                131000,
                131016,
                133004);
    }

    private static void recipient(Map<Integer, ErrorAdvice> rows) {
        put(
                rows,
                ErrorAdvice.of(
                        FINAL, "Not allowed to write to that country", "This business may not write to that country."),
                130497);
        put(rows, ErrorAdvice.of(FINAL, "The recipient is the sender", "You cannot write to your own number."), 131021);
        put(
                rows,
                ErrorAdvice.of(FINAL, "Undeliverable", "This number cannot receive the message on WhatsApp.")
                        .retryableLater(),
                131026);
        put(
                rows,
                ErrorAdvice.of(
                                FINAL,
                                "Recipient not allowed",
                                "This is a test number: an admin must add the recipient first.")
                        .retryableLater(),
                131030);
        put(
                rows,
                ErrorAdvice.of(
                        FINAL, "Session window closed", "More than 24 hours since the customer wrote: use a template."),
                131047);
        put(
                rows,
                ErrorAdvice.of(
                                FINAL,
                                "Held back by WhatsApp",
                                "WhatsApp held this marketing message back. Try tomorrow at the earliest.")
                        .retryableLater(),
                131049);
        put(rows, ErrorAdvice.of(FINAL, "Opted out", "The customer no longer wants marketing messages."), 131050);
        put(rows, ErrorAdvice.of(FINAL, "Not delivered", "WhatsApp did not deliver this marketing message."), 130472);
        put(
                rows,
                ErrorAdvice.of(FINAL, "Blocked by us", "Unblock the customer first.")
                        .retryableLater(),
                130403);
        put(
                rows,
                ErrorAdvice.of(FINAL, "Phone number needed", "This type of message needs the customer's phone number."),
                131062);
        put(
                rows,
                ErrorAdvice.of(FINAL, "Identity changed", "The customer's identity changed: confirm it first."),
                137000);
    }

    private static void content(Map<Integer, ErrorAdvice> rows) {
        put(
                rows,
                ErrorAdvice.of(
                        FINAL, "Could not be sent", "This is a technical error. Tell an admin what WhatsApp says."),
                100,
                131008,
                131009,
                131051,
                131055,
                131059,
                135000);
        put(rows, ErrorAdvice.of(FINAL, "File not downloadable", "Ask the customer to send the file again."), 131052);
        put(rows, ErrorAdvice.of(FINAL, "File rejected", "Send a file of an allowed type and size."), 131053);
        put(
                rows,
                ErrorAdvice.of(FINAL, "Content unavailable", "Ask the customer to send it again, or look in the app."),
                131060);
    }

    private static void templates(Map<Integer, ErrorAdvice> rows) {
        var reload = "The template has changed: open it again.";
        put(rows, ErrorAdvice.of(FINAL, "Wrong number of template variables", reload), 132000);
        put(rows, ErrorAdvice.of(FINAL, "Template does not exist", reload), 132001);
        put(rows, ErrorAdvice.of(FINAL, "Text too long", "Shorten the values."), 132005);
        put(
                rows,
                ErrorAdvice.of(FINAL, "Against WhatsApp's content policy", "Ask an admin to change the template."),
                132007);
        put(
                rows,
                ErrorAdvice.of(FINAL, "A value has the wrong form", "Correct the template's values."),
                132008,
                132012,
                132018);
        put(
                rows,
                ErrorAdvice.of(FINAL, "Template paused", "The template is paused for its quality. Use another one.")
                        .retryableLater(),
                132015);
        put(rows, ErrorAdvice.of(FINAL, "Template disabled", "The template is disabled. Use another one."), 132016);
        put(rows, ErrorAdvice.of(FINAL, "Flow blocked", "Ask an admin to look at the flow."), 132068);
        put(
                rows,
                ErrorAdvice.of(
                        FINAL, "Only through the marketing interface", "Ask an admin: this template goes another way."),
                131061,
                134100,
                134102);
    }

    private static void blocks(Map<Integer, ErrorAdvice> rows) {
        put(
                rows,
                ErrorAdvice.of(FINAL, "WhatsApp would not block or unblock them", "Read what WhatsApp says."),
                139100);
        put(
                rows,
                ErrorAdvice.of(FINAL, "The number's block list is full", "Unblock others first: 64,000 are allowed."),
                139101);
        put(rows, ErrorAdvice.of(RETRY, "The block list is just being changed", "Do it again."), 139102);
        put(rows, ErrorAdvice.of(UNCLEAR, "WhatsApp had a problem", "It may have been done. Do it again."), 139103);
    }

    private static void put(Map<Integer, ErrorAdvice> rows, ErrorAdvice advice, int... codes) {
        for (int code : codes) {
            rows.put(code, advice);
        }
    }
}
