package dev.sharedinbox.whatsapp.webhook.reading;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// Makes bodies odd: some of them by their bytes, most of them by what their JSON says.
public final class Mutator {

    /// Stands for lists within lists, which would be too deep for whoever writes them.
    private static final String DEEP = "deep";

    private final Random random;
    private final List<Supplier<Object>> oddities;

    public Mutator(long seed) {
        random = new Random(seed);
        oddities = List.of(
                () -> null,
                () -> random.nextLong(),
                () -> -0.0,
                random::nextBoolean,
                () -> "",
                () -> "\0\uD800 " + random.nextInt(),
                () -> "x".repeat(300 + random.nextInt(5_000)),
                () -> Long.toString(Long.MAX_VALUE),
                JsonObject::new,
                JsonArray::new,
                () -> new JsonArray().addNull().add(new JsonArray().add(1)).add("text"),
                () -> DEEP);
    }

    public byte[] mutated(byte[] body) {
        return random.nextInt(4) == 0 ? bent(body.clone()) : oddJson(body);
    }

    private byte[] oddJson(byte[] body) {
        var json = new JsonObject(new String(body, StandardCharsets.UTF_8));
        for (var i = random.nextInt(3); i >= 0; i--) {
            visit(json);
        }
        var levels = random.nextInt(900);
        return ascii(json.encode().replace("\"" + DEEP + "\"", "[".repeat(levels) + 0 + "]".repeat(levels)));
    }

    /// Walk down some way and change what is found there.
    private void visit(Object node) {
        switch (node) {
            case JsonObject object
            when !object.isEmpty() -> {
                var names = List.copyOf(object.fieldNames());
                var name = names.get(random.nextInt(names.size()));
                if (goesOn(object.getValue(name))) {
                    visit(object.getValue(name));
                } else {
                    switch (random.nextInt(4)) {
                        case 0 -> object.remove(name);
                        case 1 -> object.put(name + "\0", object.getValue(name));
                        default -> object.put(name, oddity());
                    }
                }
            }
            case JsonArray array
            when !array.isEmpty() -> {
                var index = random.nextInt(array.size());
                if (goesOn(array.getValue(index))) {
                    visit(array.getValue(index));
                } else if (random.nextBoolean()) {
                    array.add(array.getValue(index));
                } else {
                    array.set(index, oddity());
                }
            }
            case null, default -> {}
        }
    }

    private boolean goesOn(Object node) {
        return (node instanceof JsonObject || node instanceof JsonArray) && random.nextInt(8) > 0;
    }

    private Object oddity() {
        return oddities.get(random.nextInt(oddities.size())).get();
    }

    private byte[] bent(byte[] body) {
        var at = random.nextInt(body.length);
        return switch (random.nextInt(3)) {
            case 0 -> Arrays.copyOf(body, at);
            case 1 -> {
                body[at] = (byte) random.nextInt(256);
                yield body;
            }
            default -> {
                System.arraycopy(body, 0, body, at, Math.min(at, body.length - at));
                yield body;
            }
        };
    }

    private static byte[] ascii(String json) {
        var ascii = new StringBuilder();
        json.chars().forEach(c -> ascii.append(c < 0x80 ? Character.toString(c) : "\\u%04x".formatted(c)));
        return ascii.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
