package org.ninetyten.query.officers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.officer.OfficerEvent;
import org.ninetyten.events.officer.OfficerEvent.OfficerDetailsChanged;
import org.ninetyten.query.Recorded;
import org.ninetyten.query.Samples;
import org.ninetyten.query.advice.AdviceRows;
import org.ninetyten.query.projection.Documents;
import org.ninetyten.query.projection.StateTable;
import org.springframework.jdbc.core.JdbcTemplate;

class OfficerProjectionTest {

    private final OfficerProjection projection = new OfficerProjection(
            new StateTable<>("officer", OfficerView.class, List.of(), new JdbcTemplate(), new Documents()),
            new AdviceRows(new JdbcTemplate()));

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
