package org.ninetyten.command.desk;

import java.util.List;
import java.util.function.Consumer;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.edge.http.Correlation;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.events.stored.Provenance;
import org.springframework.stereotype.Component;

/** Takes commands that no request waits for: what a clock, an automation or a sheet asks for. */
@Component
public final class SystemDesk {

    private final Dispatch dispatch;

    SystemDesk(Dispatch dispatch) {
        this.dispatch = dispatch;
    }

    public Answer give(Command command, Provenance provenance) {
        return Correlation.logged(provenance.correlationId(), () -> dispatch.send(command, provenance.asMetaData()));
    }

    /**
     * Gives commands of which all are kept, or none.
     *
     * @param alongside told whether anything was recorded; what it writes is kept with the events, what it throws takes
     *     them back. Done again where another process was quicker
     * @return whether anything was recorded
     * @throws Refusal the first that one of them gets
     */
    public boolean giveAsOne(List<Command> commands, Provenance provenance, Consumer<Boolean> alongside) {
        return Correlation.logged(
                provenance.correlationId(), () -> dispatch.sendAsOne(commands, provenance.asMetaData(), alongside));
    }

    /**
     * Finds out what commands would come to, and keeps nothing of it.
     *
     * @param before commands to be taken as given already
     * @return whether the commands would record anything
     * @throws Refusal the first that one of them would get
     */
    public boolean tryOut(List<Command> before, List<Command> commands, Provenance provenance) {
        return Correlation.logged(
                provenance.correlationId(), () -> dispatch.tryOut(before, commands, provenance.asMetaData()));
    }
}
