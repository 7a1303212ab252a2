package org.ninetyten.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The walk of the README, read from it: what one is told to paste, and the answer one is told to get. */
final class ReadmeWalk {

    private static final Pattern WALK = Pattern.compile("<!-- walk: begin -->(.*)<!-- walk: end -->", Pattern.DOTALL);
    private static final Pattern STEP = Pattern.compile("```sh\\n(.*?)```\\s*```json\\n(.*?)```", Pattern.DOTALL);
    /** A word of the shell: in single quotes, in double quotes, or bare; none of ours has a quote within quotes. */
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|([^\\s'\"]+)");

    private static final String SHOWN_URL = "http://localhost:8080";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One block to paste and its answer. */
    record Step(String user, String method, String path, String body, JsonNode answer) {}

    private ReadmeWalk() {}

    static List<Step> steps() throws IOException {
        Path readme = Path.of(System.getProperty("basedir", "."), "..", "README.md");
        Matcher walk = WALK.matcher(Files.readString(readme).replace("\r\n", "\n"));
        if (!walk.find()) {
            throw new IllegalStateException("The README has no walk between its two marks");
        }
        List<Step> steps = new ArrayList<>();
        Matcher step = STEP.matcher(walk.group(1));
        while (step.find()) {
            steps.add(step(step.group(1), JSON.readTree(step.group(2))));
        }
        return steps;
    }

    private static Step step(String command, JsonNode answer) {
        List<String> words = words(command.replace("\\\n", " "));
        if (!words.getFirst().equals("curl")) {
            throw new IllegalStateException("The walk is curl and nothing else: " + command);
        }
        String url = words.stream()
                .filter(word -> word.startsWith(SHOWN_URL))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No address in " + command));
        String user = after("-u", words).replace(":ninety-ten-demo", "");
        String method = words.contains("-X") ? after("-X", words) : "GET";
        String body = words.contains("-d") ? after("-d", words) : "";
        return new Step(user, method, url.substring(SHOWN_URL.length()), body, answer);
    }

    private static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word ->
                        word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3))
                .toList();
    }

    private static String after(String option, List<String> words) {
        return words.get(words.indexOf(option) + 1);
    }

    /** Whether the answer says at least what is shown of it, and nothing else in its place. */
    static boolean says(JsonNode answer, JsonNode shown) {
        if (shown.isObject()) {
            return shown.properties().stream()
                    .allMatch(property ->
                            answer.has(property.getKey()) && says(answer.get(property.getKey()), property.getValue()));
        }
        if (shown.isArray()) {
            if (!answer.isArray() || answer.size() != shown.size()) {
                return false;
            }
            for (int i = 0; i < shown.size(); i++) {
                if (!says(answer.get(i), shown.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return shown.equals(answer);
    }
}
