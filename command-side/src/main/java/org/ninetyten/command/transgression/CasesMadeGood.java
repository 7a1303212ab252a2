package org.ninetyten.command.transgression;

import org.ninetyten.command.axonserver.BesideTheLog;
import org.ninetyten.events.Event;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;
import org.springframework.stereotype.Component;

/** Which cases there are of whom, as the events say. */
@Component
class CasesMadeGood implements BesideTheLog {

    private final Cases cases;

    CasesMadeGood(Cases cases) {
        this.cases = cases;
    }

    @Override
    public void madeGood(Event event) {
        if (event instanceof TransgressionReported reported) {
            cases.reported(reported.officerId(), reported.transgressionId());
        }
    }
}
