package org.ninetyten.query.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ninetyten.events.policy.PolicyEvent;
import org.ninetyten.query.Recorded;
import org.ninetyten.query.Samples;
import org.ninetyten.query.policies.PolicyView.State;
import org.ninetyten.query.projection.Documents;
import org.ninetyten.query.projection.StateTable;
import org.springframework.jdbc.core.JdbcTemplate;

class PolicyProjectionTest {

    private static final LocalDate JUNE = LocalDate.parse("2026-06-01");

    private final PolicyProjection projection = new PolicyProjection(
            new StateTable<>("policy", PolicyView.class, List.of(), new JdbcTemplate(), new Documents()),
            new PolicyContents(new JdbcTemplate(), new Documents()));

    @Test
    void aDraftSaysWhatNoVersionSaysYet() {
        PolicyView view = fold(Samples.drafted("p"));

        assertThat(view.state()).isEqualTo(State.DRAFT);
        assertThat(view.draft()).isEqualTo(new PolicyView.Draft(null, null, 0, true));
        assertThat(view.versions()).isEmpty();
    }

    @Test
    void publishingTakesUpTheDraftAndRevisingOpensItAgain() {
        PolicyView published = fold(Samples.drafted("p"), Samples.published("p", 1, JUNE, "First"));
        assertThat(published.state()).isEqualTo(State.PUBLISHED);
        assertThat(published.draft().changedSincePublication()).isFalse();
        assertThat(published.versions()).singleElement().satisfies(version -> {
            assertThat(version.version()).isEqualTo(1);
            assertThat(version.publishedBy()).isEqualTo("comms");
            assertThat(version.publishedAt()).isEqualTo(Recorded.AT.plusSeconds(2));
        });

        PolicyView revised =
                fold(Samples.drafted("p"), Samples.published("p", 1, JUNE, "First"), Samples.revised("p", "Second"));
        assertThat(revised.state()).isEqualTo(State.PUBLISHED);
        assertThat(revised.draft()).isEqualTo(new PolicyView.Draft(null, "Clearer words", 1, true));
        assertThat(revised.version()).isEqualTo(3);
    }

    @Test
    void inForceIsTheHighestVersionInEffectThatDay() {
        PolicyView view = fold(
                Samples.drafted("p"),
                Samples.published("p", 1, JUNE, "First"),
                Samples.published("p", 2, JUNE, "Second"),
                Samples.published("p", 3, JUNE.plusDays(10), "Third"));

        assertThat(view.on(JUNE.minusDays(1)).currentVersion()).isNull();
        assertThat(view.on(JUNE).currentVersion()).isEqualTo(2);
        assertThat(view.on(JUNE.plusDays(9)).currentVersion()).isEqualTo(2);
        assertThat(view.on(JUNE.plusDays(10)).currentVersion()).isEqualTo(3);
    }

    private PolicyView fold(PolicyEvent... events) {
        @Nullable PolicyView view = null;
        long version = 0;
        for (PolicyEvent event : events) {
            version++;
            view = projection.evolve(view, event, Recorded.as(version, event));
        }
        if (view == null) {
            throw new IllegalArgumentException("no events");
        }
        return view;
    }
}
