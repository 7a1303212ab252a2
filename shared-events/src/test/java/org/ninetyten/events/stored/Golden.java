package org.ninetyten.events.stored;

import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ninetyten.events.stored.StoredEventTypes.StoredType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The golden files: for each event and revision the JSON as it is stored, one example or an array of them. They are laid
 * out for reading; what is stored is the same without white space.
 */
final class Golden {

    private static final Path FILES = Path.of("src/test/resources/golden");
    private static final Path PROPOSALS = Path.of("target/golden");

    private static final JsonMapper JSON = JsonMapper.shared();

    private Golden() {}

    static Path fileOf(String name, int revision) {
        return FILES.resolve(name + ".r" + revision + ".json");
    }

    /** The stored JSON of each example, byte for byte. */
    static List<String> examples(StoredType type, int revision) {
        Path file = fileOf(type.name(), revision);
        if (!Files.exists(file)) {
            fail(howToMake(type, file));
        }
        JsonNode content = JSON.readTree(read(file));
        List<JsonNode> examples = content.isArray() ? content.values().stream().toList() : List.of(content);
        if (examples.isEmpty()) {
            fail(file + " has no example");
        }
        return examples.stream().map(JSON::writeValueAsString).toList();
    }

    static List<String> frozenNames() {
        return read(FILES.resolve("stored-names.txt")).lines().toList();
    }

    private static String howToMake(StoredType type, Path file) {
        Path proposal = PROPOSALS.resolve(file.getFileName());
        try {
            Files.createDirectories(PROPOSALS);
            Files.writeString(
                    proposal,
                    JSON.writerWithDefaultPrettyPrinter()
                                    .writeValueAsString(JSON.readTree(Proposal.examplesOf(type.type())))
                            + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return """
               %1$s has no golden file. To make it:
                 1. cp shared-events/%2$s shared-events/%3$s
                    (a proposal, made from the record just now: one example with every optional field, one with none)
                 2. put values into it that a reader will believe, and look at every field: it stays readable for ever
                 3. add the line "%1$s" to shared-events/%4$s""".formatted(type.name(), proposal, file, FILES.resolve("stored-names.txt"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
