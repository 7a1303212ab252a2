package org.ninetyten.query.officers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.officer.OfficerEvent;
import org.ninetyten.events.officer.OfficerEvent.CheckInMissed;
import org.ninetyten.events.officer.OfficerEvent.CheckInRecorded;
import org.ninetyten.events.officer.OfficerEvent.OfficerDetailsChanged;
import org.ninetyten.events.officer.OfficerEvent.OfficerLeft;
import org.ninetyten.events.officer.OfficerEvent.TrainingLapsed;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;
import org.ninetyten.query.Recorded;
import org.ninetyten.query.Samples;
import org.ninetyten.query.projection.Documents;
import org.ninetyten.query.projection.StateTable;
import org.springframework.jdbc.core.JdbcTemplate;

class OfficerProjectionTest {

    private final OfficerProjection projection = new OfficerProjection(
            new StateTable<>("officer", OfficerView.class, List.of(), new JdbcTemplate(), new Documents()));

    @Test
    void everythingThatHappensToAnOfficerIsKeptWithWhoRecordedItAndWhen() {
        OfficerView view = fold(
                Samples.registered("amina"),
                Samples.trained("amina", "social"),
                Samples.acknowledged("amina", "social-media", 1),
                Samples.coached("amina", "harbour-x", "photo"));

        assertThat(view.version()).isEqualTo(4);
        assertThat(view.training()).singleElement().satisfies(training -> {
            assertThat(training.trainingId()).isEqualTo("social");
            assertThat(training.recordedAt()).isEqualTo(Recorded.AT.plusSeconds(2));
        });
        assertThat(view.acknowledgements())
                .containsExactly(new OfficerView.Acknowledgement(
                        "social-media", 1, Samples.DAY, true, "comms", Recorded.AT.plusSeconds(3)));
        assertThat(view.conversations()).singleElement().satisfies(held -> {
            assertThat(held.transgressionId()).isEqualTo("photo");
            assertThat(held.topics()).containsExactly("photographs", "who is in them");
        });
    }

    @Test
    void changedDetailsReplaceTheOldOnesAndNothingElse() {
        OfficerView view = fold(
                Samples.registered("amina"),
                Samples.trained("amina", "social"),
                new OfficerDetailsChanged("amina", "Amina Khan", "PS 12", "river", true));

        assertThat(view.name()).isEqualTo("Amina Khan");
        assertThat(view.unit()).isEqualTo("river");
        assertThat(view.staff()).isTrue();
        assertThat(view.registeredAt()).isEqualTo(Recorded.AT.plusSeconds(1));
        assertThat(view.training()).hasSize(1);
    }

    @Test
    void checkInsAreToldTheDoneAndTheMissed() {
        OfficerView view = fold(
                Samples.registered("amina"),
                new CheckInRecorded("amina", "c-1", Samples.DAY, "sergeant", "Going well", "harbour-x"),
                new CheckInMissed("amina", "social-media", 1, Samples.DAY.plusDays(30)));

        assertThat(view.support().checkIns())
                .containsExactly(new OfficerSupport.CheckIn(
                        "c-1", Samples.DAY, "sergeant", "Going well", "harbour-x", Recorded.AT.plusSeconds(2)));
        assertThat(view.support().checkInsMissed())
                .containsExactly(new OfficerSupport.MissedCheckIn(
                        "social-media", 1, Samples.DAY.plusDays(30), Recorded.AT.plusSeconds(3)));
    }

    @Test
    void trainingThatLapsedIsSoUntilOneIsRecordedThatCountsLonger() {
        LocalDate until = Samples.DAY.plusDays(100);
        OfficerEvent first = new TrainingRecorded("amina", "t-1", "Posting well", Samples.DAY, until);
        OfficerEvent lapse = new TrainingLapsed("amina", "t-1", until, null, null);
        OfficerView lapsed = fold(Samples.registered("amina"), first, lapse);
        assertThat(lapsed.support().trainingLapsed()).isTrue();
        assertThat(lapsed.support().trainingValidUntil()).isEqualTo(until);
        assertThat(lapsed.training()).extracting(OfficerView.Training::lapsed).containsExactly(true);

        OfficerView older = fold(
                Samples.registered("amina"),
                first,
                lapse,
                new TrainingRecorded("amina", "t-0", "Posting well", Samples.DAY, until.minusDays(1)));
        assertThat(older.support().trainingLapsed()).isTrue();

        OfficerView renewed = fold(
                Samples.registered("amina"),
                first,
                lapse,
                new TrainingRecorded("amina", "t-2", "Posting well", until, until.plusYears(1)));
        assertThat(renewed.support().trainingLapsed()).isFalse();
        assertThat(renewed.support().trainingValidUntil()).isEqualTo(until.plusYears(1));
        assertThat(renewed.training()).extracting(OfficerView.Training::lapsed).containsExactly(true, false);
    }

    @Test
    void whoLeftIsToldAsSuchAndEverythingIsKeptInItsRowAsItIs() {
        OfficerView view = fold(
                Samples.registered("amina"),
                Samples.trained("amina", "social"),
                new CheckInRecorded("amina", "c-1", Samples.DAY, "sergeant", "Going well", null),
                new OfficerLeft("amina", Samples.DAY.plusDays(200)));
        Documents documents = new Documents();

        assertThat(view.support().leftOn()).isEqualTo(Samples.DAY.plusDays(200));
        assertThat(documents.write(view))
                .contains("\"leftOn\":\"", "\"checkIns\":[{")
                .doesNotContain("support");
        assertThat(documents.read(documents.write(view), OfficerView.class)).isEqualTo(view);
    }

    @Test
    void whatHappensToAnOfficerNobodyRegisteredCannotBeTold() {
        assertThatThrownBy(() -> fold(Samples.trained("amina", "social"))).hasMessageContaining("officer:amina");
    }

    private OfficerView fold(OfficerEvent... events) {
        @Nullable OfficerView view = null;
        long version = 0;
        for (OfficerEvent event : events) {
            version++;
            view = projection.evolve(view, event, Recorded.as(version, event));
        }
        if (view == null) {
            throw new IllegalArgumentException("no events");
        }
        return view;
    }
}
