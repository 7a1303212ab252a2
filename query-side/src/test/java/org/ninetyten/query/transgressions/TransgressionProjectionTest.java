package org.ninetyten.query.transgressions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ninetyten.edge.caller.Caller;
import org.ninetyten.edge.caller.Role;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.transgression.PinnedFacts;
import org.ninetyten.events.transgression.TransgressionEvent;
import org.ninetyten.events.transgression.TransgressionEvent.AnswerWindowLapsed;
import org.ninetyten.events.transgression.TransgressionEvent.NoticeOverdue;
import org.ninetyten.events.transgression.TransgressionEvent.ResponseCompleted;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewDecided;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewRequested;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionClosed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReopened;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionRestricted;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionUnrestricted;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionWithdrawn;
import org.ninetyten.query.Recorded;
import org.ninetyten.query.Samples;
import org.ninetyten.query.projection.Documents;
import org.ninetyten.query.projection.StateTable;
import org.ninetyten.query.scope.RestrictedCases;
import org.ninetyten.query.transgressions.TransgressionView.Reporter;
import org.ninetyten.query.transgressions.TransgressionView.State;
import org.springframework.jdbc.core.JdbcTemplate;

class TransgressionProjectionTest {

    private static final LocalDate DUE = LocalDate.parse("2026-03-18");

    private final TransgressionProjection projection = new TransgressionProjection(
            new StateTable<>("transgression", TransgressionView.class, List.of(), new JdbcTemplate(), new Documents()),
            new ReflectiveAccounts(new JdbcTemplate()),
            new RestrictedCases(new JdbcTemplate()));

    private final TransgressionReported reported = Samples.reported("photo", "harbour-x", "amina");
    private final TransgressionEvent assessed =
            Samples.assessed("photo", "amina", Intent.GENUINE_MISTAKE, Response.COACHING);
    private final TransgressionEvent notified = Samples.notified("photo", "amina");
    private final TransgressionEvent answered = Samples.answered("photo", "amina");
    private final TransgressionEvent completed = Samples.completed("photo", "amina", Response.COACHING);
    private final TransgressionEvent lapsed = new AnswerWindowLapsed("photo", "amina", "harbour-x", DUE);
    private final TransgressionEvent requested =
            new ReviewRequested("photo", "amina", "harbour-x", LocalDate.parse("2026-03-07"), "Too heavy");
    private final TransgressionEvent closed = new TransgressionClosed("photo", "amina", "harbour-x", "Coached");
    private final TransgressionEvent reopened =
            new TransgressionReopened("photo", "amina", "harbour-x", "New evidence");

    @Test
    void aReportKeepsTheEvidenceWhoBroughtItUpAndWhatWasPinned() {
        TransgressionView view = fold(reported);

        assertThat(view.state()).isEqualTo(State.REPORTED);
        assertThat(view.version()).isEqualTo(1);
        assertThat(view.post()).isEqualTo(reported.post());
        assertThat(view.reportedBy()).isEqualTo(new Reporter("comms", "A resident"));
        assertThat(view.reportedAt()).isEqualTo(Recorded.AT.plusSeconds(1));
        assertThat(view.postedAt()).isEqualTo(reported.postedAt());
        assertThat(view.pinned()).isEqualTo(new PinnedFacts("social-media", 1, true, false, 2));
        assertThat(view.officerTold()).isFalse();
    }

    @Test
    void anAssessmentKeepsTheRecommendationAndItsReasonsBesideTheDecision() {
        TransgressionView view =
                fold(reported, Samples.assessed("photo", "amina", Intent.CARELESS, Response.REFLECTIVE_PRACTICE));

        assertThat(view.state()).isEqualTo(State.ASSESSED);
        assertThat(view.standsAsBreach()).isTrue();
        assertThat(view.response()).isEqualTo(Response.REFLECTIVE_PRACTICE);
        assertThat(view.dueBy()).isEqualTo(LocalDate.parse("2026-03-10"));
        var assessment = Objects.requireNonNull(view.assessment());
        assertThat(assessment.by()).isEqualTo("comms");
        assertThat(assessment.recommended()).isEqualTo(Response.COACHING);
        assertThat(assessment.recommendationReasons()).hasSize(1);
        assertThat(assessment.rationale()).isEqualTo("It was done twice in a week");
    }

    @Test
    void noBreachIsExplainedAndNothingFollowsFromIt() {
        TransgressionView view = fold(reported, Samples.noBreach("photo", "amina"));

        assertThat(view.state()).isEqualTo(State.EXPLAINED);
        assertThat(view.standsAsBreach()).isFalse();
        assertThat(view.dueBy()).isNull();
    }

    @Test
    void aCaseGoesFromReportToClosureAndTheOfficerIsToldOnTheWay() {
        assertThat(fold(reported, assessed, notified).state()).isEqualTo(State.NOTIFIED);
        assertThat(fold(reported, assessed, notified).dueBy()).isEqualTo(DUE);
        assertThat(fold(reported, assessed, notified).officerTold()).isTrue();
        assertThat(fold(reported, assessed, notified, answered).state()).isEqualTo(State.ANSWERED);
        assertThat(fold(reported, assessed, notified, answered).dueBy()).isNull();
        assertThat(fold(reported, assessed, notified, answered, completed).state())
                .isEqualTo(State.COMPLETED);

        TransgressionView view = fold(reported, assessed, notified, answered, completed, closed);

        assertThat(view.state()).isEqualTo(State.CLOSED);
        assertThat(view.version()).isEqualTo(6);
        assertThat(Objects.requireNonNull(view.closure()).reason()).isEqualTo("Coached");
        assertThat(Objects.requireNonNull(view.completion()).reference()).isEqualTo("talk-1");
    }

    @Test
    void daysThatPassedLeaveTheirMarks() {
        TransgressionEvent overdue = new NoticeOverdue("photo", "amina", "harbour-x", LocalDate.parse("2026-03-10"));
        TransgressionView late = fold(reported, assessed, overdue);
        assertThat(late.state()).isEqualTo(State.ASSESSED);
        assertThat(late.noticeOverdue()).isTrue();

        TransgressionView silent = fold(reported, assessed, overdue, notified, lapsed);
        assertThat(silent.state()).isEqualTo(State.LAPSED);
        assertThat(silent.noticeOverdue()).isTrue();
        assertThat(silent.answerLapsed()).isTrue();
    }

    @Test
    void anUpheldReviewGoesBackToWhereItWasAskedForWithItsClockMoved() {
        LocalDate moved = LocalDate.parse("2026-03-25");
        TransgressionEvent upheld =
                new ReviewDecided("photo", "amina", "harbour-x", true, Response.COACHING, "It is fair", moved);

        assertThat(fold(reported, assessed, notified, requested).state()).isEqualTo(State.UNDER_REVIEW);
        TransgressionView view = fold(reported, assessed, notified, requested, upheld);

        assertThat(view.state()).isEqualTo(State.NOTIFIED);
        assertThat(view.dueBy()).isEqualTo(moved);
        assertThat(view.response()).isEqualTo(Response.COACHING);
        assertThat(view.reviews()).hasSize(1);
        assertThat(Objects.requireNonNull(view.reviews().getFirst().decided()).upheld())
                .isTrue();
    }

    @Test
    void aResponseReplacedAfterCompletionIsYetToBeDoneAndWhatWasLearnedStaysLearned() {
        TransgressionEvent replaced =
                new ReviewDecided("photo", "amina", "harbour-x", false, Response.ADVICE, "Too heavy", null);

        TransgressionView told = fold(reported, assessed, notified, answered, completed, requested, replaced);
        assertThat(told.state()).isEqualTo(State.ANSWERED);
        assertThat(told.response()).isEqualTo(Response.ADVICE);
        assertThat(told.completion()).isNull();
        assertThat(told.completions()).hasSize(1);

        TransgressionView silent = fold(reported, assessed, notified, lapsed, completed, requested, replaced);
        assertThat(silent.state()).isEqualTo(State.LAPSED);
    }

    @Test
    void aReopenedCaseStandsAsNoBreachUntilItIsAssessedAnewAndWhatFollowedThenIsNotItsOwn() {
        TransgressionView open = fold(reported, assessed, notified, answered, completed, closed, reopened);
        assertThat(open.state()).isEqualTo(State.REOPENED);
        assertThat(open.standsAsBreach()).isFalse();
        assertThat(open.closure()).isNull();
        assertThat(open.response()).isNull();
        assertThat(open.reopenings()).hasSize(1);

        TransgressionView again = fold(reported, assessed, notified, answered, completed, closed, reopened, assessed);
        assertThat(again.state()).isEqualTo(State.ASSESSED);
        assertThat(again.notice()).isNull();
        assertThat(again.answer()).isNull();
        assertThat(again.completion()).isNull();
        assertThat(again.completions()).hasSize(1);
    }

    @Test
    void aWithdrawnCaseStandsAsNoBreach() {
        TransgressionView view =
                fold(reported, assessed, new TransgressionWithdrawn("photo", "amina", "harbour-x", "Wrong account"));

        assertThat(view.state()).isEqualTo(State.WITHDRAWN);
        assertThat(view.standsAsBreach()).isFalse();
        assertThat(Objects.requireNonNull(view.withdrawal()).reason()).isEqualTo("Wrong account");
    }

    @Test
    void theWholeCaseIsKeptInItsRowAndNothingSaidInReflectivePracticeIs() {
        TransgressionEvent reflected = new ResponseCompleted(
                "photo", "amina", "harbour-x", Response.REFLECTIVE_PRACTICE, DUE, "Done", null, "walled words");
        TransgressionView view = fold(reported, assessed, notified, answered, reflected, requested);
        Documents documents = new Documents();

        String row = documents.write(view);

        assertThat(row).doesNotContain("walled words");
        assertThat(documents.read(row, TransgressionView.class)).isEqualTo(view);
    }

    @Test
    void aCaseShowsToItsOfficerOnceTheyWereToldWhateverElseTheyAre() {
        TransgressionView untold = fold(reported, assessed);
        TransgressionView told = fold(reported, assessed, notified);
        Caller amina = new Caller("amina", Set.of(Role.OFFICER), "amina", null);
        Caller sergeantAmina = new Caller("amina", Set.of(Role.OFFICER, Role.SUPERVISOR), "amina", null);
        Caller ben = new Caller("ben", Set.of(Role.OFFICER, Role.ADMIN), "ben", null);
        Caller sergeant = new Caller("sergeant", Set.of(Role.SUPERVISOR), null, null);

        assertThat(CaseVisibility.told(amina)).rejects(untold).accepts(told);
        assertThat(CaseVisibility.told(sergeantAmina)).rejects(untold).accepts(told);
        assertThat(CaseVisibility.told(ben)).accepts(untold, told);
        assertThat(CaseVisibility.told(sergeant)).accepts(untold, told);
    }

    @Test
    void aCaseSaysWhoItIsThereForWhileItIsRestricted() {
        TransgressionView restricted = fold(
                reported,
                new TransgressionRestricted("photo", "amina", "harbour-x", List.of("reviewer"), "Covert"),
                new TransgressionRestricted("photo", "amina", "harbour-x", List.of("standards"), "Moved"));

        assertThat(restricted.restriction())
                .satisfies(restriction -> assertThat(restriction.allowed()).containsExactly("standards"));
        assertThat(fold(
                                reported,
                                new TransgressionRestricted(
                                        "photo", "amina", "harbour-x", List.of("standards"), "Covert"),
                                new TransgressionUnrestricted("photo", "amina", "harbour-x", "Over"))
                        .restriction())
                .isNull();
    }

    @Test
    void aCaseExplainedAsNoBreachShowsToItsOfficerUnlessItIsToBeJudgedAnew() {
        TransgressionEvent fine = Samples.noBreach("photo", "amina");
        TransgressionEvent withdrawn = new TransgressionWithdrawn("photo", "amina", "harbour-x", "Wrong account");

        assertThat(fold(reported).showsToOfficer()).isFalse();
        assertThat(fold(reported, fine).showsToOfficer()).isTrue();
        assertThat(fold(reported, fine, closed).showsToOfficer()).isTrue();
        assertThat(fold(reported, fine, withdrawn).showsToOfficer()).isTrue();
        assertThat(fold(reported, fine, closed, reopened).showsToOfficer()).isFalse();
        assertThat(fold(reported, fine, closed, reopened, assessed).showsToOfficer())
                .isFalse();
        assertThat(fold(reported, assessed, notified, answered, closed, reopened)
                        .showsToOfficer())
                .isTrue();
    }

    private TransgressionView fold(TransgressionEvent... events) {
        @Nullable TransgressionView view = null;
        long version = 0;
        for (TransgressionEvent event : events) {
            version++;
            view = projection.evolve(view, event, Recorded.as(version, event));
        }
        return Objects.requireNonNull(view);
    }
}
