package org.ninetyten.command.officer;

import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.story.Bench.ifMatch;
import static org.ninetyten.command.story.Story.AMINA_REGISTERED;
import static org.ninetyten.command.story.Story.day;
import static org.ninetyten.command.story.Story.training;

import java.time.LocalDate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.officer.OfficerCommand.RecordTraining;
import org.ninetyten.command.story.Refused;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;

class RecordingTrainingTest extends BenchOfOfficers {

    @Test
    void trainingIsRecordedAndNeedNotSayHowLongItCounts() {
        officer()
                .given(AMINA_REGISTERED)
                .when(train("t-1", day("2026-01-01"), null))
                .expectEvents(training("t-1", "2026-01-01"))
                .expectResultMessagePayload(new Answer("amina", 2));
    }

    @Test
    void trainingMayCountForASingleDay() {
        officer()
                .given(AMINA_REGISTERED)
                .when(train("t-1", TODAY, TODAY))
                .expectEvents(new TrainingRecorded("amina", "t-1", "Posting well", TODAY, TODAY));
    }

    @Test
    void trainingCannotHaveBeenCompletedTomorrow() {
        officer()
                .given(AMINA_REGISTERED)
                .when(train("t-1", TOMORROW, null))
                .expectNoEvents()
                .expectException(Refused.asInvalid("date-in-future", "/completedOn"));
    }

    @Test
    void trainingCannotStopCountingBeforeItWasCompleted() {
        officer()
                .given(AMINA_REGISTERED)
                .when(train("t-1", TODAY, TODAY.minusDays(1)))
                .expectNoEvents()
                .expectException(Refused.asInvalid("invalid", "/validUntil"));
    }

    @Test
    void aRetryIsAnsweredAsTheFirstWasAlsoAfterLaterEvents() {
        officer()
                .given(AMINA_REGISTERED, training("t-1", "2026-01-01"), training("t-2", "2026-02-01"))
                .when(train("t-1", day("2026-01-01"), null), ifMatch(1))
                .expectNoEvents()
                .expectResultMessagePayload(new Answer("amina", 2));
    }

    @Test
    void theSameIdForAnotherTrainingIsAConflict() {
        officer()
                .given(AMINA_REGISTERED, training("t-1", "2026-01-01"))
                .when(train("t-1", day("2026-01-02"), null))
                .expectNoEvents()
                .expectException(Refused.byRule("id-conflict"));
    }

    @Test
    void staleTrainingIsRefused() {
        officer()
                .given(AMINA_REGISTERED, training("t-1", "2026-01-01"))
                .when(train("t-2", TODAY, null), ifMatch(1))
                .expectNoEvents()
                .expectException(Refused.asStale(2));
    }

    @Test
    void nobodyIsTrainedWhoWasNotRegistered() {
        officer()
                .givenNoPriorActivity()
                .when(train("t-1", TODAY, null))
                .expectNoEvents()
                .expectException(AggregateNotFoundException.class);
    }

    private RecordTraining train(String id, LocalDate completedOn, @Nullable LocalDate validUntil) {
        return new RecordTraining("amina", new OfficerCommand.Training(id, "Posting well", completedOn, validUntil));
    }
}
