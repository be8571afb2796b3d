package dev.sharedinbox.chat.sending;

import dev.sharedinbox.testing.Agent;
import dev.sharedinbox.testing.Database;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/// An agent who sends.
abstract class SendingScene {

    @Inject
    Database database;

    Agent maya;

    @BeforeEach
    void signIn() {
        maya = Agent.called("maya");
    }
}
