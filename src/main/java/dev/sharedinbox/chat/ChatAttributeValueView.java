package dev.sharedinbox.chat;

import dev.sharedinbox.team.UserView;
import io.smallrye.graphql.api.Nullable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.NonNull;
import org.eclipse.microprofile.graphql.Type;

@Type("ChatAttributeValue")
@Description("What a chat has for an attribute.")
public record ChatAttributeValueView(
        @Id @Description("The attribute's id.") String attributeId,
        @Description("What programs call the attribute.") String key,
        @Description("What people call it.") String label,
        @Description("What it holds.") ChatAttributeType type,

        @Description("The value as setChatAttributes takes it: one text, several for a MULTI_ENUM.")
        List<@NonNull String> values,

        @Nullable @Description("The value of a NUMBER; null for others.")
        BigDecimal number,

        @Nullable @Description("The value of a BOOLEAN; null for others.")
        Boolean flag,

        @Nullable @Description("The value of a DATE; null for others.")
        LocalDate date,

        @Nullable @Description("The value of a DATETIME; null for others.")
        Instant dateTime,

        @Nullable @Description("The value of a USER; null for others.")
        UserView user,

        @Description("The options that an ENUM or MULTI_ENUM has; empty for others.")
        List<@NonNull ChatAttributeOptionView> options) {}
