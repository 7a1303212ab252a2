package org.ninetyten.command.desk;

import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.edge.http.Correlation;
import org.ninetyten.events.stored.Provenance;
import org.springframework.stereotype.Component;

/** Takes the system's own commands: what a clock or an automation asks for. */
@Component
public final class SystemDesk {

    private final Dispatch dispatch;

    SystemDesk(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    public Answer give(Command command, Provenance provenance) {
        return Correlation.logged(provenance.correlationId(), () -> dispatch.send(command, provenance.asMetaData()));
    }
}
