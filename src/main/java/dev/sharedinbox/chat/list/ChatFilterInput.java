package dev.sharedinbox.chat.list;

import dev.sharedinbox.filter.Filter;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.platform.failure.InboxException;
import io.smallrye.graphql.api.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.Input;
import org.eclipse.microprofile.graphql.NonNull;

@Input("ChatFilterInput")
@Description("Which chats to show: exactly one of all, any and rule. Groups nest three deep and hold at most 50 rules.")
public record ChatFilterInput(
        @Nullable @Description("Chats for which every part holds.")
        List<@NonNull ChatFilterInput> all,

        @Nullable @Description("Chats for which at least one part holds.")
        List<@NonNull ChatFilterInput> any,

        @Nullable @Description("One comparison.") ChatRuleInput rule) {

    /// The filter, whose rules are not checked yet.
    ///
    /// @throws InboxException `INVALID_FILTER` when it is not exactly one of the three
    public Filter toFilter(String... path) {
        if (Stream.of(all, any, rule).filter(Objects::nonNull).count() != 1) {
            throw new InboxException(ErrorCode.INVALID_FILTER, "Give exactly one of all, any and rule.", path);
        }
        if (all != null) {
            return new Filter.All(parts(all, path, "all"));
        }
        return any != null
                ? new Filter.Any(parts(any, path, "any"))
                : Objects.requireNonNull(rule).toRule();
    }

    private static List<Filter> parts(List<ChatFilterInput> parts, String[] path, String group) {
        return IntStream.range(0, parts.size())
                .mapToObj(index -> parts.get(index).toFilter(below(path, group, Integer.toString(index))))
                .toList();
    }

    private static String[] below(String[] path, String... place) {
        var full = new ArrayList<>(List.of(path));
        full.addAll(List.of(place));
        return full.toArray(String[]::new);
    }
}
