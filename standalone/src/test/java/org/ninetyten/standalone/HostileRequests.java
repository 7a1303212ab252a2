package org.ninetyten.standalone;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Requests that nobody means well with, made of an OpenAPI document: each operation, but with something wrong in its
 * path, its parameters, its headers or its body.
 */
final class HostileRequests {

    /** @param body absent for one without */
    record Hostile(
            String user,
            String method,
            String path,
            Map<String, String> headers,
            @Nullable String body) {}

    private record Operation(String method, String path, List<String> asked, List<JsonNode> bodies) {}

    private static final List<String> USERS = List.of(
            "amina",
            "ben",
            "sergeant",
            "comms",
            "comms",
            "standards",
            "standards",
            "reviewer",
            "auditor",
            "admin",
            "nobody");

    private static final List<String> METHODS =
            List.of("GET", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE", "PROPFIND", "get", "X");

    private static final List<String> KNOWN = List.of(
            "amina", "ben", "harbour-x", "social-media", "sergeant", "officers", "histories", "1", "2", "2026-06-01");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "0",
            "-1",
            "99999999999999999999999999",
            "1e999",
            "NaN",
            "null",
            "true",
            "../../etc/passwd",
            "..%2f..%2f",
            "%00",
            "\u0000",
            "a\u0000b",
            "\r\nSet-Cookie: a=b",
            "' OR 1=1 --",
            "'; DROP TABLE eventstore.domain_event; --",
            "$(id)",
            "${jndi:ldap://127.0.0.1:1/a}",
            "#{7*7}",
            "<script>alert(1)</script>",
            "=cmd|' /C calc'!A0",
            "\u202Etxt.exe",
            "\uFEFFamina",
            "ａｍｉｎａ",
            "İSTANBUL",
            "e\u0301".repeat(50),
            "\uD83D\uDE00".repeat(40),
            "2026-02-30",
            "9999-12-31",
            "+999999999-12-31",
            "2026-01-01T00:00:00+25:00",
            "0000-00-00T00:00:00Z",
            "a".repeat(65),
            "a".repeat(5_000),
            "(a+)+$".repeat(20),
            "[]",
            "{}",
            "*",
            "%",
            "_",
            "\\",
            ";",
            "~");

    /** In place of a value; some of it is no JSON. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e400",
            "-0",
            "1" + "0".repeat(400),
            "\"\"",
            "\"   \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\\uFFFF\"",
            "\"'; DROP TABLE eventstore.domain_event; --\"",
            "\"${jndi:ldap://127.0.0.1:1/a}\"",
            "\"=1+1\"",
            "\"2026-02-30\"",
            "\"+999999999-12-31\"",
            "\"2999-01-01\"",
            "\"1000000000-01-01T00:00:00Z\"",
            "\"DELIBERATE\"",
            "\"" + "a".repeat(21_000) + "\"",
            "\"" + "\uD83D\uDE00".repeat(300) + "\"",
            "\"\\u0041\\u030a\"",
            "[]",
            "{}",
            "[[[[[[[[]]]]]]]]",
            "[" + "null,".repeat(2_000) + "null]",
            "{\"@class\":\"java.net.URL\",\"val\":\"http://127.0.0.1:1/\"}",
            "[\"javax.naming.InitialContext\",{}]",
            "\"unclosed",
            "NaN",
            "'single'",
            "// comment",
            "undefined");

    private static final Map<String, List<String>> HEADERS = Map.ofEntries(
            Map.entry(
                    "Content-Type",
                    List.of(
                            "text/plain",
                            "application/xml",
                            "application/json;charset=utf-7",
                            "application/json;charset=nonsense",
                            "application/x-java-serialized-object",
                            "multipart/form-data",
                            "*/*",
                            "nonsense",
                            "text/csv")),
            Map.entry(
                    "Accept",
                    List.of("text/html", "application/xml", "*/*;q=x", "nonsense", "text/csv", "image/png, */*;q=0")),
            Map.entry(
                    "If-Match",
                    List.of("\"0\"", "\"-1\"", "\"99999999999999999999\"", "nonsense", "*", "W/\"1\"", "\"1\", \"2\"")),
            Map.entry("If-None-Match", List.of("*", "nonsense", "\"1\"")),
            Map.entry(
                    "X-Correlation-Id",
                    List.of("", "a".repeat(5_000), "a b", "<script>", "../..", "${jndi:ldap://127.0.0.1:1/a}")),
            Map.entry(
                    "traceparent",
                    List.of("00-0-0-0", "nonsense", "ff-" + "f".repeat(32) + "-" + "f".repeat(16) + "-ff")),
            Map.entry("X-HTTP-Method-Override", List.of("DELETE", "PUT")),
            Map.entry(
                    "X-Purpose", List.of("", " ", "a".repeat(300), "<script>", "=1+1", "${jndi:ldap://127.0.0.1:1/a}")),
            Map.entry("Range", List.of("bytes=0-1", "bytes=9-0", "nonsense")),
            Map.entry("Accept-Language", List.of("xx-nonsense-" + "a".repeat(300), "*")),
            Map.entry("Forwarded", List.of("for=1.2.3.4;host=evil.example;proto=gopher")));

    private final List<Operation> operations = new ArrayList<>();

    HostileRequests(JsonNode document) {
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> operations.add(new Operation(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                asked(operation.getValue()),
                                examples(operation.getValue())))));
    }

    int operations() {
        return operations.size();
    }

    /** An instant that is waited for is left out: whoever asks for what has not come waits two seconds. */
    private static List<String> asked(JsonNode operation) {
        return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                .filter(parameter -> parameter.path("in").asString().equals("query"))
                .map(parameter -> parameter.path("name").asString())
                .filter(name -> !name.equals("at-least-version"))
                .toList();
    }

    private static List<JsonNode> examples(JsonNode operation) {
        List<JsonNode> examples = new ArrayList<>();
        operation.path("requestBody").path("content").forEach(content -> {
            if (content.has("example")) {
                examples.add(content.get("example"));
            }
            content.path("examples").forEach(example -> examples.add(example.path("value")));
        });
        return examples;
    }

    Hostile next(Random random) {
        Operation operation = oneOf(operations, random);
        String method = random.nextInt(12) == 0 ? oneOf(METHODS, random) : operation.method();
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        boolean hasBody = !operation.bodies().isEmpty() || random.nextInt(20) == 0;
        if (hasBody) {
            headers.put("Content-Type", "application/json");
        }
        if (random.nextInt(5) > 0) {
            // Without which an auditor is told nothing.
            headers.put("X-Purpose", "To see what gives way");
        }
        if (random.nextInt(4) == 0) {
            String name = oneOf(HEADERS.keySet().stream().sorted().toList(), random);
            headers.put(name, oneOf(HEADERS.getOrDefault(name, List.of("")), random));
        }
        return new Hostile(
                oneOf(USERS, random),
                method,
                path(operation, random),
                headers,
                hasBody ? body(operation, random) : null);
    }

    private static String path(Operation operation, Random random) {
        StringBuilder path = new StringBuilder();
        for (String segment : operation.path().substring(1).split("/", -1)) {
            path.append('/').append(segment.startsWith("{") ? pathValue(random) : segment);
        }
        if (random.nextInt(40) == 0) {
            path.append(oneOf(List.of("/", "//", ";a=b", "/..", "/%2e%2e", ".json"), random));
        }
        char before = '?';
        for (String name : operation.asked()) {
            if (random.nextInt(3) == 0) {
                path.append(before).append(name).append('=').append(queryValue(random));
                before = '&';
            }
        }
        if (random.nextInt(15) == 0) {
            path.append(before).append("unknown=").append(queryValue(random));
        }
        return path.toString();
    }

    private static String pathValue(Random random) {
        String value = random.nextInt(3) == 0 ? oneOf(TEXTS, random) : oneOf(KNOWN, random);
        return encoded(value.isEmpty() ? "-" : value);
    }

    private static String queryValue(Random random) {
        return encoded(random.nextInt(4) == 0 ? oneOf(KNOWN, random) : oneOf(TEXTS, random));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String body(Operation operation, Random random) {
        if (operation.bodies().isEmpty()) {
            return oneOf(VALUES, random);
        }
        JsonNode example = oneOf(operation.bodies(), random);
        return switch (random.nextInt(12)) {
            case 0 -> oneOf(VALUES, random);
            case 1 ->
                example.toString()
                        .substring(0, random.nextInt(example.toString().length()));
            case 2 -> "[".repeat(1_000);
            case 3 -> "{\"a\":".repeat(400) + "1" + "}".repeat(400);
            case 4 -> example + "{}";
            default -> mutated(example, random);
        };
    }

    /** With one value, wherever it is, changed, left out, doubled or joined by another. */
    private static String mutated(JsonNode node, Random random) {
        if (node.isObject() && !node.isEmpty()) {
            int at = random.nextInt(node.size());
            List<String> members = new ArrayList<>();
            int i = 0;
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                String name = "\"" + member.getKey() + "\":";
                if (i++ != at) {
                    members.add(name + member.getValue());
                    continue;
                }
                switch (random.nextInt(8)) {
                    case 0 -> {
                        // Left out.
                    }
                    case 1 -> members.addAll(List.of(name + member.getValue(), name + oneOf(VALUES, random)));
                    case 2 -> members.addAll(List.of(name + member.getValue(), "\"unknown\":1"));
                    case 3 -> members.add(name.toUpperCase(Locale.ROOT) + member.getValue());
                    default -> members.add(name + mutated(member.getValue(), random));
                }
            }
            return "{" + String.join(",", members) + "}";
        }
        if (node.isArray() && !node.isEmpty() && random.nextBoolean()) {
            return "[" + mutated(node.get(0), random) + "," + oneOf(VALUES, random) + "]";
        }
        return oneOf(VALUES, random);
    }

    private static <T> T oneOf(List<T> those, Random random) {
        return those.get(random.nextInt(those.size()));
    }
}
