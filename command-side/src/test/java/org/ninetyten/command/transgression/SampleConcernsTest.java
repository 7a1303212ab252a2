package org.ninetyten.command.transgression;

import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.story.Story.ACCOUNT_REQUESTED;
import static org.ninetyten.command.story.Story.AMINA;
import static org.ninetyten.command.story.Story.AMINA_REGISTERED;
import static org.ninetyten.command.story.Story.COMMS;
import static org.ninetyten.command.story.Story.POLICY_DRAFTED;
import static org.ninetyten.command.story.Story.SERGEANT;
import static org.ninetyten.command.story.Story.day;
import static org.ninetyten.command.story.Story.version;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.story.Bench;
import org.ninetyten.command.story.KnownStreams;
import org.ninetyten.command.story.Refused;
import org.ninetyten.command.transgression.TransgressionCommand.ReportTransgression;
import org.ninetyten.events.Event;
import org.ninetyten.events.account.AccountEvent.PostsSampled;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.policy.Significance;
import org.ninetyten.events.transgression.PinnedFacts;
import org.ninetyten.events.transgression.Post;
import org.ninetyten.events.transgression.SampledConcern;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionRestricted;

/** Reports that come of a dip sample with two concerns. */
class SampleConcernsTest {

    private static final Instant POSTED = Instant.parse("2026-05-01T09:30:00Z");

    private final KnownConcerns concerns = new KnownConcerns();
    private final KnownStreams known = new KnownStreams()
            .with(AMINA_REGISTERED, POLICY_DRAFTED, version(1, Significance.MAJOR, "2026-01-01"), ACCOUNT_REQUESTED)
            .with(new PostsSampled("harbour-x", "s-1", day("2026-05-31"), 40, 38, List.of("A plate", "A joke")));

    private FixtureConfiguration<Transgression> transgression() {
        return Bench.on(TODAY, Transgression.class, known, new KnownCases(), concerns);
    }

    @Test
    void aReportMayComeOfAConcern() {
        transgression()
                .givenNoPriorActivity()
                .when(report("case-1", "s-1", 2))
                .expectEvents(reported("case-1", 2))
                .expectResultMessagePayload(new Answer("case-1", 1));
    }

    @Test
    void aConcernBecomesOneReport() {
        concerns.take("harbour-x", new SampledConcern("s-1", 1), "case-1");
        transgression()
                .givenNoPriorActivity()
                .when(report("case-2", "s-1", 1))
                .expectNoEvents()
                .expectException(Refused.byRule("concern-reported-already"));
        transgression().givenNoPriorActivity().when(report("case-2", "s-1", 2)).expectEvents(reported("case-2", 2));
    }

    /** Of each: case-1 has the concern, and the reporter may not know of case-1. */
    static Stream<Arguments> thoseWhoMayNotKnowOfIt() {
        TransgressionRestricted restricted =
                new TransgressionRestricted("case-1", "amina", "harbour-x", List.of("standards"), "covert");
        OfficerRegistered tom = new OfficerRegistered("tom", "Tom", "77", "town", false);
        return Stream.of(
                Arguments.of("restricted", COMMS, List.of(reported("case-1", 1), restricted)),
                Arguments.of("about themselves, and not told", AMINA, List.of(reported("case-1", 1))),
                Arguments.of("of another unit", SERGEANT, List.of(tom, reportedOf("tom", "case-1", 1))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("thoseWhoMayNotKnowOfIt")
    void whoMayNotKnowOfTheReportThatHasTheConcernIsNotRefusedForIt(String why, Actor reporter, List<Event> others) {
        others.forEach(known::with);
        concerns.take("harbour-x", new SampledConcern("s-1", 1), "case-1");

        transgression()
                .givenNoPriorActivity()
                .when(report("case-2", "s-1", 1, reporter))
                .expectSuccessfulHandlerExecution();

        known.with(reported("case-2", 1));
        transgression()
                .givenNoPriorActivity()
                .when(report("case-3", "s-1", 1, COMMS))
                .expectNoEvents()
                .expectException(Refused.byRule("concern-reported-already"));
    }

    @Test
    void aRetryIsAnsweredAsTheFirstWasAndAnotherConcernIsAConflict() {
        transgression()
                .given(reported("case-1", 1))
                .when(report("case-1", "s-1", 1))
                .expectNoEvents()
                .expectResultMessagePayload(new Answer("case-1", 1));
        transgression()
                .given(reported("case-1", 1))
                .when(report("case-1", "s-1", 2))
                .expectNoEvents()
                .expectException(Refused.byRule("id-conflict"));
    }

    @Test
    void itHasToBeThere() {
        transgression()
                .givenNoPriorActivity()
                .when(report("case-1", "s-2", 1))
                .expectNoEvents()
                .expectException(Refused.byRule("no-such-sample"));
        transgression()
                .givenNoPriorActivity()
                .when(report("case-1", "s-1", 3))
                .expectNoEvents()
                .expectException(Refused.byRule("no-such-concern"));
    }

    private static ReportTransgression report(String id, String sampleId, int concern) {
        return report(id, sampleId, concern, SERGEANT);
    }

    private static ReportTransgression report(String id, String sampleId, int concern, Actor by) {
        return new ReportTransgression(
                id,
                new TransgressionCommand.Report(
                        "harbour-x",
                        "amina",
                        POSTED,
                        new TransgressionCommand.ReportedPost("abc", null),
                        Category.PERSONAL_DATA,
                        "A plate can be read",
                        null,
                        new TransgressionCommand.FromSample(sampleId, concern)),
                by);
    }

    private static TransgressionReported reported(String id, int concern) {
        return reportedOf("amina", id, concern);
    }

    private static TransgressionReported reportedOf(String officerId, String id, int concern) {
        return new TransgressionReported(
                id,
                "harbour-x",
                officerId,
                POSTED,
                new Post("abc", null, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
                Category.PERSONAL_DATA,
                "A plate can be read",
                null,
                false,
                new PinnedFacts("social-media", 1, false, false, 0),
                new SampledConcern("s-1", concern));
    }
}
