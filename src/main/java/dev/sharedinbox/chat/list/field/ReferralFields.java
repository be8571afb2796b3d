package dev.sharedinbox.chat.list.field;

import dev.sharedinbox.filter.Field;
import dev.sharedinbox.filter.TextField;
import dev.sharedinbox.filter.condition.Column;
import java.util.List;

/// What a filter may ask of what brought the customer.
final class ReferralFields {

    private ReferralFields() {}

    static List<Field<ChatFacts>> all() {
        return List.of(
                TextField.of(
                        "adSourceId",
                        "Advertisement",
                        Column.of(
                                "case when c.referral ->> 'sourceType' = 'AD' then c.referral ->> 'sourceId' end",
                                ChatFacts::adSourceId)),
                TextField.of(
                        "ctwaClid",
                        "Click on the advertisement",
                        Column.of("c.referral ->> 'adClickId'", ChatFacts::adClickId)));
    }
}
