package org.ninetyten.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the documents point at is there. */
class DocumentationTest {

    private static final Path PROJECT =
            Path.of(System.getProperty("basedir", "."), "..").toAbsolutePath().normalize();

    private static final Pattern FILE = Pattern.compile("`([a-z-]+/[\\w/.-]+\\.(?:java|sql|json))`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    /** As the walkthrough itself shortens them. */
    private static final Map<String, String> SHORTENED = Map.of(
            "edge", "shared-edge/src/main/java/org/ninetyten/edge",
            "command", "command-side/src/main/java/org/ninetyten/command",
            "query", "query-side/src/main/java/org/ninetyten/query",
            "events", "shared-events/src/main/java/org/ninetyten/events");

    @Test
    void everyFileOnTheWalkthroughsWayIsThere() throws IOException {
        List<Path> files = FILE.matcher(Files.readString(PROJECT.resolve("docs/walkthrough.md")))
                .results()
                .map(DocumentationTest::inFull)
                .toList();

        assertThat(files)
                .hasSizeGreaterThan(20)
                .allSatisfy(file -> assertThat(file).isRegularFile());
    }

    @Test
    void everyLinkOfTheReadmeLeadsSomewhere() throws IOException {
        List<Path> links = LINK.matcher(Files.readString(PROJECT.resolve("README.md")))
                .results()
                .map(link -> PROJECT.resolve(link.group(1)))
                .toList();

        assertThat(links)
                .hasSizeGreaterThan(2)
                .allSatisfy(link -> assertThat(link).exists());
    }

    private static Path inFull(MatchResult found) {
        String path = found.group(1);
        String first = path.substring(0, path.indexOf('/'));
        return PROJECT.resolve(SHORTENED.getOrDefault(first, first) + path.substring(path.indexOf('/')));
    }
}
