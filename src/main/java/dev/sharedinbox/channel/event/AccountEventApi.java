package dev.sharedinbox.channel.event;

import dev.sharedinbox.platform.Ids;
import dev.sharedinbox.platform.failure.InboxException;
import dev.sharedinbox.platform.page.PageRequest;
import dev.sharedinbox.team.access.Permission;
import dev.sharedinbox.team.signin.Viewers;
import io.smallrye.graphql.api.Nullable;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.GraphQLApi;
import org.eclipse.microprofile.graphql.Id;
import org.eclipse.microprofile.graphql.Query;

/// What WhatsApp told about accounts, for administrators.
@GraphQLApi
public class AccountEventApi {

    private final Viewers viewers;
    private final AccountEventBook book;

    AccountEventApi(Viewers viewers, AccountEventBook book) {
        this.viewers = viewers;
        this.book = book;
    }

    @Query
    @Description("What WhatsApp told about accounts, numbers and templates, newest first. For administrators.")
    public Uni<AccountEventConnectionView> accountEvents(
            @Nullable @Description("Only those of this severity; all when left out.") AccountEventSeverity severity,
            @Nullable @Id @Description("Only those about this number; all when left out.") String businessNumberId,
            @Nullable @Description("How many: 1 to 100, 50 when left out.") Integer first,
            @Nullable @Description("The cursor to go on after.") String after) {
        var request = PageRequest.of(first, after, null, null);
        return viewers.current()
                .invoke(viewer -> viewer.require(Permission.ADMINISTRATE))
                .chain(viewer -> book.page(viewer, filter(severity, businessNumberId), request));
    }

    private static AccountEventFilter filter(
            @Nullable AccountEventSeverity severity, @Nullable String businessNumberId) {
        return new AccountEventFilter(
                severity,
                Optional.ofNullable(businessNumberId)
                        .map(AccountEventApi::number)
                        .orElse(null));
    }

    private static UUID number(String id) {
        return Ids.parse(id).orElseThrow(() -> InboxException.notFound("business number", "businessNumberId"));
    }
}
