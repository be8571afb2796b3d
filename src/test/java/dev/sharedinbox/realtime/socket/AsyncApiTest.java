package dev.sharedinbox.realtime.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sharedinbox.change.ChangeType;
import dev.sharedinbox.channel.event.AccountEventView;
import dev.sharedinbox.chat.ChatView;
import dev.sharedinbox.chat.TagView;
import dev.sharedinbox.chat.attribute.ChatAttributeView;
import dev.sharedinbox.chat.bulk.BulkJobView;
import dev.sharedinbox.chat.list.way.ChatSort;
import dev.sharedinbox.chat.message.MessageView;
import dev.sharedinbox.filter.FilterOperator;
import dev.sharedinbox.notification.NotificationSettingsView;
import dev.sharedinbox.notification.NotificationView;
import dev.sharedinbox.platform.failure.ErrorCode;
import dev.sharedinbox.realtime.event.EventJson;
import dev.sharedinbox.realtime.event.NumberJson;
import dev.sharedinbox.realtime.feed.LiveItem;
import dev.sharedinbox.realtime.feed.ResyncReason;
import dev.sharedinbox.realtime.presence.Doing;
import dev.sharedinbox.realtime.row.ListMove;
import dev.sharedinbox.space.count.SpaceCountView;
import dev.sharedinbox.team.UserView;
import dev.sharedinbox.team.access.Permission;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// Holds what `asyncapi.yml` says of events equal to the code, both ways. After a change of what chats and messages
/// carry, `./mvnw test -Dtest=AsyncApiTest -Dasyncapi.update=true` writes that part of the file anew; the rest is by
/// hand.
class AsyncApiTest {

    private final AsyncApiFile file = AsyncApiFile.read();

    @Test
    void whatEventsCarry_isWhatTheRecordsSay() throws IOException {
        var carried = RecordSchemas.of(
                ChatView.class,
                MessageView.class,
                AccountEventView.class,
                NumberJson.class,
                UserView.class,
                TagView.class,
                ChatAttributeView.class,
                BulkJobView.class,
                NotificationView.class,
                NotificationSettingsView.class,
                SpaceCountView.class,
                ErrorCode.class,
                Permission.class,
                FilterOperator.class);
        if (Boolean.getBoolean("asyncapi.update")) {
            AsyncApiFile.write(carried);
        }

        assertThat(AsyncApiFile.carriedPart()).isEqualTo(AsyncApiFile.YAML.valueToTree(carried));
    }

    @Test
    void eventTypes_areTheWordsOfTheCode() {
        var words = Stream.of(
                        // What changes a viewer's access ends subscriptions instead; of the unknown nobody is told.
                        Arrays.stream(ChangeType.values())
                                .filter(type -> type != ChangeType.ACCESS_CHANGED && type != ChangeType.UNKNOWN)
                                .map(ChangeType::word),
                        Stream.of(
                                EventJson.CHAT_LEFT,
                                EventJson.NOTIFICATION,
                                LiveItem.Counted.ALL,
                                LiveItem.Counted.CHANGED),
                        Arrays.stream(ListMove.values()).map(ListMove::word),
                        Arrays.stream(Doing.values()).map(Doing::word))
                .flatMap(Function.identity())
                .sorted()
                .toList();

        assertThat(file.events()
                        .flatMap(event -> AsyncApiFile.words(event.at("/properties/type/enum")))
                        .sorted())
                .isEqualTo(words);
    }

    @Test
    void eventsOfTheLog_haveTheFieldsOfTheirRecord() {
        var ofLog = Stream.concat(
                        Arrays.stream(ChangeType.values()).map(ChangeType::word), Stream.of(EventJson.NOTIFICATION))
                .collect(Collectors.toSet());
        var fields = new TreeMap<String, JsonNode>();
        file.events()
                .filter(event ->
                        ofLog.contains(event.at("/properties/type/enum/0").asText()))
                .forEach(event -> fields.putAll(Shape.of(event).fields()));

        assertThat(fields).isEqualTo(Shape.of(EventJson.class, _ -> true).fields());
    }

    /// An unquoted comma in a text makes a word of what follows, which stands for nothing.
    @Test
    void everyWord_standsForSomething() {
        assertThat(emptyWords(file.at(""))).isEmpty();
    }

    @Test
    void words_areThoseOfTheCode() {
        assertThat(AsyncApiFile.words(file.at("/components/messages/resync/payload/properties/reason/enum")))
                .containsExactlyElementsOf(names(ResyncReason.values()));
        assertThat(AsyncApiFile.words(file.at("/components/messages/subscribe/payload/properties/sort/enum")))
                .containsExactlyElementsOf(names(ChatSort.values()));
    }

    private static Stream<String> emptyWords(JsonNode part) {
        return Stream.concat(
                part.properties().stream()
                        .filter(word -> word.getValue().isNull())
                        .map(Map.Entry::getKey),
                StreamSupport.stream(part.spliterator(), false).flatMap(AsyncApiTest::emptyWords));
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }
}
