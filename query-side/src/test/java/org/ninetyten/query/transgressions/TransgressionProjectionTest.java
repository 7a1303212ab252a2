package org.ninetyten.query.transgressions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.transgression.PinnedFacts;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;
import org.ninetyten.query.Recorded;
import org.ninetyten.query.Samples;
import org.ninetyten.query.projection.Documents;
import org.ninetyten.query.projection.StateTable;
import org.ninetyten.query.transgressions.TransgressionView.Reporter;
import org.ninetyten.query.transgressions.TransgressionView.State;
import org.springframework.jdbc.core.JdbcTemplate;

class TransgressionProjectionTest {

    private final TransgressionProjection projection = new TransgressionProjection(
            new StateTable<>("transgression", TransgressionView.class, List.of(), new JdbcTemplate(), new Documents()));

    @Test
    void aReportKeepsTheEvidenceWhoBroughtItUpAndWhatWasPinned() {
        TransgressionReported event = Samples.reported("photo", "harbour-x", "amina");

        TransgressionView view = projection.evolve(null, event, Recorded.as(1, event));

        assertThat(view.state()).isEqualTo(State.REPORTED);
        assertThat(view.version()).isEqualTo(1);
        assertThat(view.post()).isEqualTo(event.post());
        assertThat(view.reportedBy()).isEqualTo(new Reporter("comms", "A resident"));
        assertThat(view.reportedAt()).isEqualTo(Recorded.AT.plusSeconds(1));
        assertThat(view.postedAt()).isEqualTo(event.postedAt());
        assertThat(view.pinned()).isEqualTo(new PinnedFacts("social-media", 1, true, false, 2));
    }
}
