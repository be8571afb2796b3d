package dev.sharedinbox.realtime.presence;

import java.util.UUID;

/// A user as others see them typing.
record Person(UUID id, String name) {

    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
