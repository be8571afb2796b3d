package dev.sharedinbox.chat;

import org.eclipse.microprofile.graphql.Description;

/// What a chat attribute holds, which decides how its values are written.
@Description("What a chat attribute holds, which decides how its values are written.")
public enum ChatAttributeType {
    @Description("Text of 1 to 500 characters.")
    TEXT,
    @Description("A number such as 3 or -2.50, of up to 18 digits before the point and 9 after it.")
    NUMBER,
    @Description("true or false.")
    BOOLEAN,
    @Description("A day such as 2026-01-31.")
    DATE,
    @Description("A moment such as 2026-01-31T09:30:00Z.")
    DATETIME,
    @Description("The key of one of the options.")
    ENUM,
    @Description("The keys of any number of the options.")
    MULTI_ENUM,
    @Description("An address such as https://example.com/order/7, up to 500 characters.")
    URL,
    @Description("An e-mail address.")
    EMAIL,
    @Description("A phone number with its country, such as +1 650 555 0100; kept as +16505550100.")
    PHONE,
    @Description("The id of an active user.")
    USER
}
