package org.ninetyten.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.policy.Harm;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.PolicyContent;
import org.ninetyten.events.policy.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StoryTest {

    private static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final List<Step> steps = Story.toldOn(DAY);

    @Test
    void theStoryIsTheSameWheneverItIsToldForTheSameDay() {
        assertThat(Story.toldOn(DAY)).isEqualTo(steps);
    }

    @Test
    void theStoryNeverAges() {
        List<Step> aMonthLater = Story.toldOn(DAY.plusDays(30));

        JsonNode conversation = bodyOf(steps, "/api/officers/dev/conversations");
        JsonNode later = bodyOf(aMonthLater, "/api/officers/dev/conversations");
        LocalDate heldOn = LocalDate.parse(conversation.path("heldOn").asString());
        assertThat(heldOn).isBefore(DAY).isAfter(DAY.minusDays(400));
        assertThat(LocalDate.parse(later.path("heldOn").asString())).isEqualTo(heldOn.plusDays(30));
    }

    @Test
    void anInstantIsByLondonsClocks() {
        JsonNode report = bodyOf(steps, "/api/transgressions/bicycle-whiteboard");

        // 62 days before the first of July is the thirtieth of April, in summer time.
        assertThat(report.path("postedAt").asString()).isEqualTo("2026-04-30T16:42:00Z");
    }

    @Test
    void nothingInTheStoryIsLeftUnresolved() {
        assertThat(steps).noneMatch(step -> String.valueOf(step.body()).contains("${"));
        assertThat(steps).allSatisfy(step -> assertThat(step.tells()).endsWith("."));
    }

    @Test
    void thePolicyHasAClauseOfEveryCategoryAndAResponseForEveryCell() {
        List<PolicyContent> versions = steps.stream()
                .filter(step -> step.body() != null && step.body().has("content"))
                .map(step -> JSON.treeToValue(step.body().get("content"), PolicyContent.class))
                .toList();

        assertThat(versions).hasSize(2).doesNotHaveDuplicates().allSatisfy(content -> {
            assertThat(content.clauses()).hasSizeGreaterThanOrEqualTo(12);
            assertThat(content.clauses().stream()
                            .map(clause -> clause.category())
                            .collect(Collectors.toSet()))
                    .isEqualTo(Set.of(Category.values()));
            assertThat(content.ladder().responses()).containsOnlyKeys(Intent.values());
            content.ladder().responses().values().forEach(row -> {
                assertThat(row).containsOnlyKeys(Harm.values());
                assertThat(row)
                        .hasEntrySatisfying(
                                Harm.LOW, response -> assertThat(response).isGreaterThanOrEqualTo(Response.ADVICE));
            });
        });
    }

    @Test
    void clausesKeepTheirIdsAcrossVersions() {
        List<Set<String>> ids = steps.stream()
                .filter(step -> step.body() != null && step.body().has("content"))
                .map(step -> StreamSupport.stream(
                                step.body().get("content").get("clauses").spliterator(), false)
                        .map(clause -> clause.path("id").asString())
                        .collect(Collectors.toSet()))
                .toList();

        assertThat(ids.get(1))
                .containsAll(ids.get(0))
                .hasSizeGreaterThan(ids.get(0).size());
    }

    @Test
    void noTwoStepsAreTheSame() {
        assertThat(steps).doesNotHaveDuplicates();
    }

    private static JsonNode bodyOf(List<Step> steps, String path) {
        return steps.stream()
                .filter(step -> step.path().equals(path))
                .map(Step::body)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }
}
