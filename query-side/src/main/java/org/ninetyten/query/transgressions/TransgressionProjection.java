package org.ninetyten.query.transgressions;

import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Subject;
import org.ninetyten.events.stored.RecordedEvent;
import org.ninetyten.events.transgression.TransgressionEvent;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;
import org.ninetyten.query.projection.StateProjection;
import org.ninetyten.query.projection.StateTable;
import org.ninetyten.query.transgressions.TransgressionView.Reporter;
import org.springframework.stereotype.Component;

/** Folds a transgression's events into how it stands. */
@Component
class TransgressionProjection extends StateProjection<TransgressionEvent, TransgressionView> {

    TransgressionProjection(StateTable<TransgressionView> transgressions) {
        super("transgressions", Subject.TRANSGRESSION, TransgressionEvent.class, transgressions);
    }

    @Override
    protected TransgressionView evolve(
            @Nullable TransgressionView view, TransgressionEvent event, RecordedEvent recorded) {
        return switch (event) {
            case TransgressionReported e -> reported(e, recorded);
        };
    }

    private static TransgressionView reported(TransgressionReported e, RecordedEvent recorded) {
        return new TransgressionView(
                e.transgressionId(),
                recorded.version(),
                e.accountId(),
                e.officerId(),
                TransgressionView.State.REPORTED,
                e.category(),
                e.description(),
                e.postedAt(),
                e.post(),
                recorded.recordedAt(),
                new Reporter(recorded.provenance().actorId(), e.reportedBy()),
                e.selfReported(),
                e.pinned());
    }
}
