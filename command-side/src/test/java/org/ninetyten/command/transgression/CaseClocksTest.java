package org.ninetyten.command.transgression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninetyten.command.story.Story.AMINA;
import static org.ninetyten.command.story.Story.day;
import static org.ninetyten.command.transgression.OneCase.ANSWERED;
import static org.ninetyten.command.transgression.OneCase.ANSWER_BY;
import static org.ninetyten.command.transgression.OneCase.LAPSED;
import static org.ninetyten.command.transgression.OneCase.NOTICE_BY;
import static org.ninetyten.command.transgression.OneCase.NOTIFIED;
import static org.ninetyten.command.transgression.OneCase.REPORTED;
import static org.ninetyten.command.transgression.OneCase.REVIEWER;
import static org.ninetyten.command.transgression.OneCase.REVIEW_REQUESTED;
import static org.ninetyten.command.transgression.OneCase.WITHDRAWN;
import static org.ninetyten.command.transgression.OneCase.assess;
import static org.ninetyten.command.transgression.OneCase.decided;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninetyten.command.transgression.TransgressionCommand.NoteAnswerWindowLapsed;
import org.ninetyten.command.transgression.TransgressionCommand.NoteNoticeOverdue;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.transgression.TransgressionEvent.AnswerWindowLapsed;
import org.ninetyten.events.transgression.TransgressionEvent.NoticeOverdue;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewDecided;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewRequested;

class CaseClocksTest extends BenchOfCases {

    @Test
    void theClockForTheNoticeStartsWithTheAssessmentAndEndsWithTheNotice() {
        bench().given(REPORTED).when(assess(Response.COACHING, null));
        assertThat(reminders.waiting()).containsOnly(entry(NOTICE_CLOCK, NOTICE_BY));

        bench().given(REPORTED, COACHING).when(OneCase.tell("personal-data"));
        assertThat(reminders.waiting()).containsOnly(entry(ANSWER_CLOCK, ANSWER_BY));

        bench().given(REPORTED, COACHING, NOTIFIED).when(OneCase.answer(AMINA));
        assertThat(reminders.waiting()).isEmpty();
    }

    @Test
    void aWithdrawalStopsTheClock() {
        bench().given(REPORTED).when(assess(Response.COACHING, null));
        bench().given(REPORTED, COACHING).when(OneCase.withdraw()).expectEvents(WITHDRAWN);
        assertThat(reminders.waiting()).isEmpty();
    }

    @Test
    void aNoticeThatIsNotGivenInTimeIsOverdueOnce() {
        NoticeOverdue overdue = new NoticeOverdue("case-1", "amina", "harbour-x", NOTICE_BY);
        bench().given(REPORTED, COACHING)
                .when(new NoteNoticeOverdue("case-1", NOTICE_BY))
                .expectEvents(overdue);
        bench().given(REPORTED, COACHING, overdue)
                .when(new NoteNoticeOverdue("case-1", NOTICE_BY))
                .expectNoEvents();
        bench().given(REPORTED, COACHING, overdue)
                .when(OneCase.tell("personal-data"))
                .expectEvents(NOTIFIED);
    }

    @Test
    void aNoticeGivenInTimeIsNotOverdueAndAnOldDayMeansNothing() {
        bench().given(REPORTED, COACHING, NOTIFIED)
                .when(new NoteNoticeOverdue("case-1", NOTICE_BY))
                .expectNoEvents();
        bench().given(REPORTED, COACHING)
                .when(new NoteNoticeOverdue("case-1", NOTICE_BY.minusDays(1)))
                .expectNoEvents();
    }

    @Test
    void theTimeToAnswerLapsesOnceAndNotForWhoeverAnswered() {
        bench().given(REPORTED, COACHING, NOTIFIED)
                .when(new NoteAnswerWindowLapsed("case-1", ANSWER_BY))
                .expectEvents(LAPSED);
        bench().given(REPORTED, COACHING, NOTIFIED, LAPSED)
                .when(new NoteAnswerWindowLapsed("case-1", ANSWER_BY))
                .expectNoEvents();
        bench().given(REPORTED, COACHING, NOTIFIED, ANSWERED)
                .when(new NoteAnswerWindowLapsed("case-1", ANSWER_BY))
                .expectNoEvents();
    }

    @Test
    void aReviewStopsTheClock() {
        bench().given(REPORTED, COACHING).when(OneCase.tell("personal-data"));
        bench().given(REPORTED, COACHING, NOTIFIED).when(OneCase.askReview()).expectEvents(REVIEW_REQUESTED);
        assertThat(reminders.waiting()).isEmpty();
    }

    @ParameterizedTest(name = "asked {0}, decided {1}: answer by {2}")
    @CsvSource({
        // Told on Sunday 15 November, to answer by Friday the 27th: ten working days.
        "2026-11-15, 2026-11-15, 2026-11-27",
        "2026-11-18, 2026-11-18, 2026-11-27",
        // Seven were left after the 18th, and Christmas counts for nothing.
        "2026-11-18, 2026-11-25, 2026-12-04",
        "2026-11-18, 2026-12-22, 2027-01-05",
        // Asked on a weekend: all of the working days after it were left.
        "2026-11-21, 2026-11-30, 2026-12-07",
        // Asked on the last day: what was left of that day, on a working day.
        "2026-11-27, 2026-12-02, 2026-12-02",
        "2026-11-27, 2026-12-05, 2026-12-07",
        // Asked when the time was over, before the clock said so: it is over.
        "2026-11-28, 2026-12-10, 2026-11-27",
    })
    void timeUnderReviewDoesNotCount(LocalDate asked, LocalDate decided, LocalDate answerBy) {
        ReviewRequested requested = new ReviewRequested("case-1", "amina", "harbour-x", asked, "please look again");

        benchOn(decided)
                .given(REPORTED, COACHING, NOTIFIED, requested)
                .when(OneCase.uphold(REVIEWER))
                .expectEvents(decided(true, Response.COACHING, answerBy));
        assertThat(reminders.waiting()).containsOnly(entry("answer/case-1/" + answerBy, answerBy));
    }

    @Test
    void norDoesItCountForTheNotice() {
        LocalDate moved = day("2026-11-27");
        ReviewRequested requested =
                new ReviewRequested("case-1", "amina", "harbour-x", day("2026-11-18"), "please look again");

        // To be told by Friday the 20th; two working days were left after the 18th.
        benchOn(day("2026-11-25"))
                .given(REPORTED, COACHING, requested)
                .when(OneCase.uphold(REVIEWER))
                .expectEvents(decided(true, Response.COACHING, moved));
        assertThat(reminders.waiting()).containsOnly(entry("notice/case-1/" + moved, moved));
    }

    @Test
    void aNoticeThatWasOverdueBeforeTheReviewIsNotOverdueAgainAfterIt() {
        NoticeOverdue overdue = new NoticeOverdue("case-1", "amina", "harbour-x", NOTICE_BY);
        ReviewRequested requested =
                new ReviewRequested("case-1", "amina", "harbour-x", day("2026-11-24"), "please look again");
        ReviewDecided decided = decided(true, Response.COACHING, NOTICE_BY);

        benchOn(day("2026-12-01"))
                .given(REPORTED, COACHING, overdue, requested)
                .when(OneCase.uphold(REVIEWER))
                .expectEvents(decided);
        benchOn(day("2026-12-01"))
                .given(REPORTED, COACHING, overdue, requested, decided)
                .when(new NoteNoticeOverdue("case-1", NOTICE_BY))
                .expectNoEvents();
    }

    @Test
    void theMovedClockIsTheOneThatCounts() {
        LocalDate moved = day("2026-12-04");
        ReviewDecided decided = decided(true, Response.COACHING, moved);

        bench().given(REPORTED, COACHING, NOTIFIED, REVIEW_REQUESTED, decided)
                .when(new NoteAnswerWindowLapsed("case-1", ANSWER_BY))
                .expectNoEvents();
        bench().given(REPORTED, COACHING, NOTIFIED, REVIEW_REQUESTED, decided)
                .when(new NoteAnswerWindowLapsed("case-1", moved))
                .expectEvents(new AnswerWindowLapsed("case-1", "amina", "harbour-x", moved));
    }

    private Map.Entry<String, Instant> entry(String name, LocalDate day) {
        return Map.entry(name, LondonTime.endOf(day));
    }
}
