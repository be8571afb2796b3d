package dev.sharedinbox.chat.attribute;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;

@Input("ChatAttributeOptionInput")
@Description("A value that an ENUM or MULTI_ENUM attribute may have.")
public record ChatAttributeOptionInput(
        @Description("What programs call it: a letter, then up to 39 letters, digits and underscores.")
        String key,

        @Description("What people read: 1 to 60 characters.")
        String label) {}
