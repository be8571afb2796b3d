package dev.sharedinbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.language.AbstractDescribedNode;
import graphql.language.EnumTypeDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InputObjectTypeDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.NamedNode;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeDefinition;
import graphql.schema.idl.SchemaParser;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the schema that front ends build on. After an intended change, `./mvnw test -Dtest=SchemaTest
/// -Dschema.update=true` writes it anew.
@QuarkusTest
class SchemaTest {

    private static final Path COMMITTED = Path.of("graphql-schema", "schema.graphql");

    @Test
    void runningSchema_isTheCommittedOne() throws IOException {
        var running = schema();
        if (Boolean.getBoolean("schema.update")) {
            Files.createDirectories(COMMITTED.getParent());
            Files.writeString(COMMITTED, running);
        }

        assertThat(running).isEqualTo(Files.readString(COMMITTED));
    }

    @Test
    void everything_isDescribed() {
        var undescribed = new SchemaParser()
                .parse(schema()).types().values().stream()
                        .flatMap(SchemaTest::withParts)
                        .filter(part -> part.description().isBlank())
                        .map(Part::name)
                        .toList();

        assertThat(undescribed).isEmpty();
    }

    /// `List<@NonNull ChatView>` in Java: the package's `@DefaultNonNull` does not reach into lists.
    @Test
    void lists_holdNoNulls() {
        assertThat(schema().lines().filter(line -> line.matches(".*\\[\\w+].*")))
                .isEmpty();
    }

    private static String schema() {
        return given().get("/graphql/schema.graphql")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString()
                        .strip()
                + "\n";
    }

    private static Stream<Part> withParts(TypeDefinition<?> type) {
        var self = Stream.of(Part.of("", type));
        var name = type.getName() + ".";
        return switch (type) {
            case ObjectTypeDefinition object when isRoot(object) -> fields(name, object.getFieldDefinitions());
            case ObjectTypeDefinition object -> Stream.concat(self, fields(name, object.getFieldDefinitions()));
            case InterfaceTypeDefinition face -> Stream.concat(self, fields(name, face.getFieldDefinitions()));
            case InputObjectTypeDefinition input ->
                Stream.concat(self, input.getInputValueDefinitions().stream().map(value -> Part.of(name, value)));
            case EnumTypeDefinition constants ->
                Stream.concat(self, constants.getEnumValueDefinitions().stream().map(value -> Part.of(name, value)));
            default -> self;
        };
    }

    private static Stream<Part> fields(String type, List<FieldDefinition> fields) {
        return fields.stream()
                .flatMap(field -> Stream.concat(
                        Stream.of(Part.of(type, field)),
                        field.getInputValueDefinitions().stream()
                                .map(argument -> Part.of(type + field.getName() + ".", argument))));
    }

    private static boolean isRoot(ObjectTypeDefinition type) {
        return List.of("Query", "Mutation", "Subscription").contains(type.getName());
    }

    private record Part(String name, String description) {

        static Part of(String prefix, NamedNode<?> node) {
            var description = ((AbstractDescribedNode<?>) node).getDescription();
            return new Part(prefix + node.getName(), description == null ? "" : description.getContent());
        }
    }
}
