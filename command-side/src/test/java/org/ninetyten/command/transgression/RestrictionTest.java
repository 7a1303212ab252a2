package org.ninetyten.command.transgression;

import static org.ninetyten.command.story.Story.AMINA;
import static org.ninetyten.command.story.Story.SERGEANT;
import static org.ninetyten.command.transgression.OneCase.NOTIFIED;
import static org.ninetyten.command.transgression.OneCase.REPORTED;
import static org.ninetyten.command.transgression.OneCase.REVIEWER;
import static org.ninetyten.command.transgression.OneCase.STANDARDS;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.story.Refused;
import org.ninetyten.command.transgression.TransgressionCommand.NoteNoticeOverdue;
import org.ninetyten.command.transgression.TransgressionCommand.ReportTransgression;
import org.ninetyten.command.transgression.TransgressionCommand.RestrictTransgression;
import org.ninetyten.command.transgression.TransgressionCommand.Restriction;
import org.ninetyten.edge.caller.Role;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.transgression.TransgressionEvent.NoticeOverdue;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionRestricted;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionUnrestricted;

/** Who a restricted case is there for. */
class RestrictionTest extends BenchOfCases {

    private static final Actor AMINA_IN_STANDARDS = new Actor("a.khan", Role.STANDARDS, "amina");

    private static final TransgressionRestricted RESTRICTED =
            new TransgressionRestricted("case-1", "amina", "harbour-x", List.of("standards"), "covert");

    private static final TransgressionUnrestricted UNRESTRICTED =
            new TransgressionUnrestricted("case-1", "amina", "harbour-x", "over");

    @Test
    void whoeverRestrictsIsOnTheListWhichIsKeptInOrderAndOnce() {
        bench().given(REPORTED)
                .when(restrict(STANDARDS, "zoe", "anne", "zoe"), by(STANDARDS))
                .expectEvents(new TransgressionRestricted(
                        "case-1", "amina", "harbour-x", List.of("anne", "standards", "zoe"), "covert"));
    }

    @Test
    void theSameListAgainIsARetryAndAnotherReplacesIt() {
        bench().given(REPORTED, RESTRICTED)
                .when(restrict(STANDARDS), by(STANDARDS))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        bench().given(REPORTED, RESTRICTED)
                .when(restrict(STANDARDS, "zoe"), by(STANDARDS))
                .expectEvents(new TransgressionRestricted(
                        "case-1", "amina", "harbour-x", List.of("standards", "zoe"), "covert"));
    }

    @Test
    void aCaseThatIsClosedCanBeRestrictedToo() {
        bench().given(REPORTED, OneCase.NO_BREACH, OneCase.CLOSED)
                .when(restrict(STANDARDS), by(STANDARDS))
                .expectEvents(RESTRICTED);
    }

    static Stream<TransgressionCommand> everythingByAnother() {
        return Stream.of(
                OneCase.noBreach(REVIEWER),
                OneCase.tell("personal-data"),
                OneCase.answer(AMINA),
                OneCase.complete("done", null),
                OneCase.askReview(REVIEWER),
                OneCase.uphold(REVIEWER),
                OneCase.close(),
                OneCase.withdraw(),
                OneCase.reopen(REVIEWER),
                restrict(REVIEWER),
                new RestrictTransgression("case-1", new Restriction(false, List.of(), "let me see"), REVIEWER));
    }

    @ParameterizedTest
    @MethodSource("everythingByAnother")
    void forWhoeverIsNotOnTheListItIsNotThere(TransgressionCommand command) {
        bench().given(REPORTED, OneCase.assessed(Response.COACHING), NOTIFIED, RESTRICTED)
                .when(command, by(REVIEWER))
                .expectNoEvents()
                .expectException(Refused.asNotThere("not-found"));
    }

    @Test
    void whatAClockAsksForGoesOn() {
        bench().given(REPORTED, OneCase.assessed(Response.COACHING), RESTRICTED)
                .when(
                        new NoteNoticeOverdue("case-1", OneCase.NOTICE_BY),
                        Map.of("actorId", "system", "actorRole", "SYSTEM"))
                .expectEvents(new NoticeOverdue("case-1", "amina", "harbour-x", OneCase.NOTICE_BY));
    }

    @Test
    void itIsThereAgainOnceItIsRestrictedNoLonger() {
        bench().given(REPORTED, RESTRICTED)
                .when(
                        new RestrictTransgression("case-1", new Restriction(false, List.of(), "over"), STANDARDS),
                        by(STANDARDS))
                .expectEvents(UNRESTRICTED);
        bench().given(REPORTED, RESTRICTED, UNRESTRICTED)
                .when(OneCase.noBreach(REVIEWER), by(REVIEWER))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void whatIsNotRestrictedCannotBeRestrictedNoLonger() {
        bench().given(REPORTED)
                .when(
                        new RestrictTransgression("case-1", new Restriction(false, List.of(), "over"), STANDARDS),
                        by(STANDARDS))
                .expectNoEvents()
                .expectException(Refused.byRule("not-restricted"));
    }

    @Test
    void aListOfACaseThatIsNotRestrictedIsRefused() {
        bench().given(REPORTED, RESTRICTED)
                .when(
                        new RestrictTransgression("case-1", new Restriction(false, List.of("zoe"), "over"), STANDARDS),
                        by(STANDARDS))
                .expectNoEvents()
                .expectException(Refused.asInvalid("invalid", "/allowed"));
    }

    @Test
    void theOfficerRestrictsNothingAboutThemselves() {
        bench().given(REPORTED)
                .when(restrict(AMINA_IN_STANDARDS), by(AMINA_IN_STANDARDS))
                .expectNoEvents()
                .expectException(Refused.byRule("not-independent"));
    }

    @Test
    void aReportUnderItsIdIsAConflictLikeAnyOtherButForWhoeverReportedIt() {
        ReportTransgression again = report(STANDARDS);
        bench().given(
                        OneCase.by(STANDARDS, REPORTED),
                        OneCase.by(
                                REVIEWER,
                                new TransgressionRestricted(
                                        "case-1", "amina", "harbour-x", List.of("reviewer"), "covert")))
                .when(again, by(STANDARDS))
                .expectNoEvents()
                .expectSuccessfulHandlerExecution();
        bench().given(OneCase.by(REVIEWER, REPORTED), RESTRICTED)
                .when(report(SERGEANT), by(SERGEANT))
                .expectNoEvents()
                .expectException(Refused.byRule("id-conflict"));
    }

    /** Word for word what was reported. */
    private static ReportTransgression report(Actor by) {
        return new ReportTransgression(
                "case-1",
                new TransgressionCommand.Report(
                        REPORTED.accountId(),
                        REPORTED.officerId(),
                        REPORTED.postedAt(),
                        new TransgressionCommand.ReportedPost(
                                REPORTED.post().text(), REPORTED.post().url()),
                        REPORTED.category(),
                        REPORTED.description(),
                        REPORTED.reportedBy(),
                        null),
                by);
    }

    private static RestrictTransgression restrict(Actor by, String... allowed) {
        return new RestrictTransgression("case-1", new Restriction(true, List.of(allowed), "covert"), by);
    }

    private static Map<String, String> by(Actor actor) {
        return Map.of("actorId", actor.id(), "actorRole", actor.role().name());
    }
}
