package dev.sharedinbox.chat;

import org.eclipse.microprofile.graphql.Description;

/// What a customer tapped to write to us.
@Description("What a customer tapped to write to us.")
public enum ReferralSource {
    @Description("An advertisement.")
    AD,
    @Description("A post.")
    POST,
    @Description("Something else; raw tells.")
    OTHER
}
