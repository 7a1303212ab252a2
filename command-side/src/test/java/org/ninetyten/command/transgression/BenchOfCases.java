package org.ninetyten.command.transgression;

import static org.ninetyten.command.story.Story.SERGEANT;
import static org.ninetyten.command.story.Story.day;
import static org.ninetyten.command.transgression.OneCase.ANSWER_BY;
import static org.ninetyten.command.transgression.OneCase.NOTICE_BY;
import static org.ninetyten.command.transgression.OneCase.NOTIFIED;
import static org.ninetyten.command.transgression.OneCase.REPORTED;
import static org.ninetyten.command.transgression.OneCase.assessed;

import java.time.LocalDate;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.ninetyten.command.story.KnownStreams;
import org.ninetyten.command.story.NotedReminders;
import org.ninetyten.command.story.Refused;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.transgression.TransgressionEvent;

/** A bench for one case, for tests of it. */
abstract class BenchOfCases {

    static final TransgressionEvent COACHING = assessed(Response.COACHING);
    static final String NOTICE_CLOCK = "notice/case-1/" + NOTICE_BY;
    static final String ANSWER_CLOCK = "answer/case-1/" + ANSWER_BY;

    final KnownStreams known = new KnownStreams();
    final NotedReminders reminders = new NotedReminders();

    FixtureConfiguration<Transgression> bench() {
        return OneCase.bench(known, reminders);
    }

    FixtureConfiguration<Transgression> benchOn(LocalDate day) {
        return OneCase.bench(day, known, reminders);
    }

    @Test
    void aSupervisorMayNotAnswerForTheOfficer() {
        bench().given(REPORTED, COACHING, NOTIFIED)
                .when(OneCase.answer(SERGEANT))
                .expectNoEvents()
                .expectException(Refused.asForbidden());
    }
}
