package org.ninetyten.command.transgression;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** docs/transgression-life-cycle.md, made of the code. */
final class LifeCyclePage {

    private LifeCyclePage() {}

    static String text() {
        return """
                # The life cycle of a transgression

                From a report to its closure. A command that the state does not allow is refused with 409
                `not-allowed-in-state` (`closed` where the case is closed, `notice-required` for closing a breach before the
                officer was told and heard), naming the state and what it allows. The same command again is answered as the
                first time. Commands are named by the last part of their paths under `/api/transgressions/{id}/`.

                This page is held against `LifeCycle.java` by `LifeCycleTest`.

                ```mermaid
                stateDiagram-v2
                    [*] --> REPORTED: report
                %s
                    WITHDRAWN --> [*]
                ```

                | state | command | leads to | where |
                | --- | --- | --- | --- |
                %s
                """.formatted(lines(LifeCyclePage::arrow), lines(LifeCyclePage::row));
    }

    private static String lines(Function<LifeCycle.Step, String> line) {
        List<LifeCycle.Step> steps = LifeCycle.STEPS;
        return steps.stream().map(line).collect(Collectors.joining("\n"));
    }

    private static String arrow(LifeCycle.Step step) {
        String where = step.where().isEmpty() || step.command() == null ? "" : " (" + step.where() + ")";
        String label = step.command() == null ? step.where() : step.command() + where;
        return "    %s --> %s: %s".formatted(step.from(), step.to(), label);
    }

    private static String row(LifeCycle.Step step) {
        String command = step.command() == null ? "by the clock" : "`" + step.command() + "`";
        return "| %s | %s | %s | %s |".formatted(step.from(), command, step.to(), step.where());
    }
}
