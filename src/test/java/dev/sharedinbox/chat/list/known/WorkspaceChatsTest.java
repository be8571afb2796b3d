package dev.sharedinbox.chat.list.known;

import static dev.sharedinbox.chat.list.known.NumberedChats.EARLIER;
import static dev.sharedinbox.chat.list.known.NumberedChats.LIFE;
import static dev.sharedinbox.chat.list.known.NumberedChats.NOW;
import static dev.sharedinbox.chat.list.known.NumberedChats.chat;
import static dev.sharedinbox.chat.list.known.NumberedChats.customerOf;
import static dev.sharedinbox.chat.list.known.NumberedChats.id;
import static dev.sharedinbox.chat.list.known.NumberedChats.news;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What the memory of a workspace keeps and forgets, one event after the other.
class WorkspaceChatsTest {

    private final WorkspaceChats chats = new WorkspaceChats(3);

    @Test
    void chatThatDidNotChange_isRemembered() {
        // Given
        var known = chats.learn(news(LIFE, WorkspaceChats.NOWHERE, 7));
        chats.keep(List.of(chat(1, 7)), NOW, known);

        // When
        chats.learn(news(LIFE, 7, 8, id(2)));

        // Then
        assertThat(chats.find(List.of(id(1), id(2)), EARLIER)).containsOnlyKeys(id(1));
    }

    @Test
    void chatThatChanged_isForgotten() {
        // Given
        var known = chats.learn(news(LIFE, WorkspaceChats.NOWHERE, 7));
        chats.keep(List.of(chat(1, 7)), NOW, known);

        // When
        chats.learn(news(LIFE, 7, 8, id(1)));

        // Then
        assertThat(chats.find(List.of(id(1)), EARLIER)).isEmpty();
    }

    @Test
    void chatWhoseCustomerDidSomethingElsewhere_isForgotten() {
        // Given
        var known = chats.learn(news(LIFE, WorkspaceChats.NOWHERE, 7));
        chats.keep(List.of(chat(1, 7), chat(2, 7)), NOW, known);

        // When
        chats.learn(new News(LIFE, 7, 8, List.of(id(3)), List.of(customerOf(1)), false));

        // Then
        assertThat(chats.find(List.of(id(1), id(2)), EARLIER)).containsOnlyKeys(id(2));
    }

    @Test
    void chatReadBeforeItsCustomerDidSomething_isNotKeptAfterIt() {
        // Given
        var known = chats.learn(news(LIFE, WorkspaceChats.NOWHERE, 7));
        chats.learn(new News(LIFE, 7, 8, List.of(id(3)), List.of(customerOf(1)), false));

        // When
        chats.keep(List.of(chat(1, 7)), NOW, known);

        // Then
        assertThat(chats.find(List.of(id(1)), EARLIER)).isEmpty();
    }

    @Test
    void chatReadBeforeAChangeWasLearned_isNotKeptAfterIt() {
        // Given
        var known = chats.learn(news(LIFE, WorkspaceChats.NOWHERE, 7));
        chats.learn(news(LIFE, 7, 8, id(1)));

        // When
        chats.keep(List.of(chat(1, 7)), NOW, known);

        // Then
        assertThat(chats.find(List.of(id(1)), EARLIER)).isEmpty();
    }

    @Test
    void changeThatNoRoomIsLeftFor_isStillMinded() {
        // Given
        var known = chats.learn(news(LIFE, WorkspaceChats.NOWHERE, 7));
        chats.learn(news(LIFE, 7, 8, id(1)));
        chats.learn(news(LIFE, 8, 9, id(2), id(3), id(4), id(5)));

        // When
        chats.keep(List.of(chat(1, 7)), NOW, known);

        // Then
        assertThat(chats.find(List.of(id(1)), EARLIER)).isEmpty();
    }

    @Test
    void newsThatDoNotNameAll_makeEverythingForgotten() {
        // Given
        var known = chats.learn(news(LIFE, WorkspaceChats.NOWHERE, 7));
        chats.keep(List.of(chat(1, 7)), NOW, known);

        // When
        chats.learn(new News(LIFE, 7, 8, List.of(), List.of(), true));

        // Then
        assertThat(chats.find(List.of(id(1)), EARLIER)).isEmpty();
    }

    @Test
    void anotherLifeOfTheLog_makesEverythingForgotten() {
        // Given
        var known = chats.learn(news(LIFE, WorkspaceChats.NOWHERE, 7));
        chats.keep(List.of(chat(1, 7)), NOW, known);

        // When
        chats.learn(news(UUID.randomUUID(), 7, 7));

        // Then
        assertThat(chats.find(List.of(id(1)), EARLIER)).isEmpty();
    }

    @Test
    void chatReadLongAgo_isNotTaken() {
        // Given
        var known = chats.learn(news(LIFE, WorkspaceChats.NOWHERE, 7));
        chats.keep(List.of(chat(1, 7)), EARLIER, known);

        // Then
        assertThat(chats.find(List.of(id(1)), EARLIER)).isEmpty();
    }
}
