package org.ninetyten.standalone.demo;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ninetyten.events.LondonTime;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The story as {@code story.json} tells it. Its days are counted from the day of the telling, so that it never ages:
 *
 * <ul>
 *   <li>{@code ${today-30}} is a day, {@code ${today-30 17:42}} an instant by London's clocks;
 *   <li>{@code ${content social-media-1}} is the policy content in the file of that name.
 * </ul>
 */
final class Story {

    private static final Pattern DAY = Pattern.compile("\\$\\{today([+-]\\d+)?( \\d\\d:\\d\\d)?}");
    private static final Pattern CONTENT = Pattern.compile("\\$\\{content ([a-z0-9-]+)}");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LocalDate today;

    private Story(LocalDate today) {
        this.today = today;
    }

    /** The steps in their order. For the same day they are the same, so that an interrupted telling can go on. */
    static List<Step> toldOn(LocalDate today) {
        return new Story(today).steps(read("story.json"));
    }

    private List<Step> steps(JsonNode story) {
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : story.required("steps")) {
            JsonNode body = step.get("body");
            steps.add(new Step(
                    step.required("tells").asString(),
                    step.required("as").asString(),
                    step.required("method").asString(),
                    step.required("path").asString(),
                    body == null ? null : resolved(body)));
        }
        return steps;
    }

    private JsonNode resolved(JsonNode node) {
        if (node.isString()) {
            return resolved(node.asString());
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode result = JSON.createObjectNode();
        node.properties().forEach(property -> result.set(property.getKey(), resolved(property.getValue())));
        return result;
    }

    private JsonNode resolved(String text) {
        Matcher content = CONTENT.matcher(text);
        if (content.matches()) {
            return read(content.group(1) + ".json");
        }
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            return JSON.getNodeFactory().stringNode(dayOrInstant(day));
        }
        if (text.contains("${")) {
            throw new IllegalStateException("The story has a word that nobody understands: " + text);
        }
        return JSON.getNodeFactory().stringNode(text);
    }

    private String dayOrInstant(Matcher word) {
        LocalDate day = word.group(1) == null ? today : today.plusDays(Long.parseLong(word.group(1)));
        if (word.group(2) == null) {
            return day.toString();
        }
        LocalTime time = LocalTime.parse(word.group(2).strip());
        return day.atTime(time).atZone(LondonTime.ZONE).toInstant().toString();
    }

    private static JsonNode read(String file) {
        try (InputStream json = Story.class.getResourceAsStream(file)) {
            if (json == null) {
                throw new IllegalStateException("The story lacks its file " + file);
            }
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException("The story's file " + file + " cannot be read", e);
        }
    }
}
