package dev.sharedinbox.channel.status;

import io.smallrye.graphql.api.Nullable;
import java.util.Optional;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Type;

/// How many customers may be written to first, without a session window, in 24 hours.
@Type("MessagingLimit")
@Description("How many customers WhatsApp lets a business write to first, outside session windows, in 24 hours.")
public record MessagingLimitView(
        @Nullable @Description("How many; null when there is no limit.")
        Integer customersPerDay) {

    private static final String UNLIMITED = "UNLIMITED";

    /// A limit of so many customers.
    ///
    /// @param customersPerDay how many; not negative
    public static MessagingLimitView of(int customersPerDay) {
        return new MessagingLimitView(customersPerDay);
    }

    public static MessagingLimitView unlimited() {
        return new MessagingLimitView(null);
    }

    /// The form that is stored.
    public String stored() {
        return Optional.ofNullable(customersPerDay).map(String::valueOf).orElse(UNLIMITED);
    }

    static MessagingLimitView parse(String stored) {
        return UNLIMITED.equals(stored) ? unlimited() : of(Integer.parseInt(stored));
    }

    /// As people read it, such as `2,000 customers a day`.
    @Override
    public String toString() {
        return customersPerDay == null ? "any number of customers" : "%,d customers a day".formatted(customersPerDay);
    }
}
