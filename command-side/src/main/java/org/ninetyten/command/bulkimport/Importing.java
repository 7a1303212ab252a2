package org.ninetyten.command.bulkimport;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.command.bulkimport.RunningImports.Line;
import org.ninetyten.command.bulkimport.RunningImports.NoLongerOursException;
import org.ninetyten.command.bulkimport.RunningImports.Run;
import org.ninetyten.command.desk.SystemDesk;
import org.ninetyten.edge.http.StoreAway;
import org.ninetyten.edge.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Works on one line: gives its commands, or finds out what they would come to, and writes down what came of it. */
@Component
class Importing {

    private static final Logger log = LoggerFactory.getLogger(Importing.class);

    /** So many lines about one thing are looked at together in a dry run; no sheet that means well has as many. */
    private static final int LOOKED_AT_TOGETHER = 50;

    /** What the sheet refers to and may yet be brought in. */
    private static final Set<String> NOT_THERE_YET = Set.of("not-found", "no-such-officer", "no-such-policy");

    private final RunningImports imports;
    private final SheetKinds kinds;
    private final LineReader reader;
    private final SystemDesk desk;

    Importing(RunningImports imports, SheetKinds kinds, LineReader reader, SystemDesk desk) {
        this.imports = imports;
        this.kinds = kinds;
        this.reader = reader;
        this.desk = desk;
    }

    /**
     * @throws NoLongerOursException where the import is not this process's to go on with
     * @throws RuntimeException where nothing can be done just now; the line waits
     */
    void work(Run run, Line line) {
        try {
            if (run.dryRun()) {
                imports.settle(run, line, triedOut(run, line));
            } else {
                desk.giveAsOne(
                        commands(run, line),
                        run.provenance(),
                        recorded -> imports.settle(run, line, Outcome.of(recorded)));
            }
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.UNAVAILABLE) {
                throw refusal;
            }
            imports.settle(run, line, Outcome.refused(refusal));
        } catch (NoLongerOursException e) {
            throw e;
        } catch (RuntimeException e) {
            if (StoreAway.isCauseOf(e)) {
                throw e;
            }
            // Of this line alone, as far as anyone can tell: it keeps no other from being done.
            log.error("Line {} of import {} could not be worked on", line.number(), run.id(), e);
            imports.settle(run, line, Outcome.failed());
        }
    }

    private List<Command> commands(Run run, Line line) {
        return reader.commands(kinds.of(run.kind()), line.cells(), run.actor());
    }

    private Outcome triedOut(Run run, Line line) {
        List<Line> earlier = line.isFirstOfItsKind() ? List.of() : imports.doneBefore(run, line, LOOKED_AT_TOGETHER);
        List<Command> before = new ArrayList<>();
        earlier.forEach(one -> before.addAll(commands(run, one)));
        return lookedAt(earlier.size(), outcome(run, line, before));
    }

    private Outcome outcome(Run run, Line line, List<Command> before) {
        try {
            return Outcome.of(desk.tryOut(before, commands(run, line), run.provenance()));
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.UNAVAILABLE) {
                throw refusal;
            }
            Outcome refused = Outcome.refused(refusal);
            return NOT_THERE_YET.contains(refusal.code())
                    ? refused.and("What else the rules say of this line could not be looked at.")
                    : refused;
        }
    }

    private static Outcome lookedAt(int earlier, Outcome outcome) {
        return earlier < LOOKED_AT_TOGETHER
                ? outcome
                : outcome.and("Of the lines before it about the same, only the last %d were taken into account."
                        .formatted(LOOKED_AT_TOGETHER));
    }
}
