package dev.sharedinbox.channel.status;

import io.smallrye.graphql.api.Nullable;
import java.time.Instant;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

@Type("AccountStatus")
@Description("How the WhatsApp account behind a number stands, as WhatsApp told last.")
public record AccountStatusView(
        @Description("The state.") AccountState state,

        @Nullable @Description("Why, in a sentence; null when WhatsApp gave no reason.")
        String reason,

        @Nullable @Description("When a restriction ends or a ban begins; null when that is not known.")
        Instant until) {

    static final AccountStatusView ACTIVE = new AccountStatusView(AccountState.ACTIVE, null, null);

    /// The status as of a time: a restriction ends by itself.
    AccountStatusView at(Instant now) {
        return state == AccountState.RESTRICTED && until != null && !until.isAfter(now) ? ACTIVE : this;
    }
}
