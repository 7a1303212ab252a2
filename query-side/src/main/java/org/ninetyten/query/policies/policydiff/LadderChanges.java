package org.ninetyten.query.policies.policydiff;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.policy.Harm;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Ladder;
import org.ninetyten.events.policy.Mitigation;
import org.ninetyten.events.policy.Response;

/** What became of the response ladder; only what changed is there. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LadderChanges(
        List<Cell> cells,
        @Nullable Change<Integer> lookBackMonths,
        @Nullable Change<Integer> stepsUpPerRepeat,
        List<MitigationSteps> mitigations) {

    /** The response to start from for an intent and a harm. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Cell(
            Intent intent,
            Harm harm,
            @Nullable Response from,
            @Nullable Response to) {}

    /** How many steps down a mitigation makes; absent where the ladder did or does not have it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record MitigationSteps(
            Mitigation mitigation,
            @Nullable Integer from,
            @Nullable Integer to) {}

    boolean none() {
        return cells.isEmpty() && lookBackMonths == null && stepsUpPerRepeat == null && mitigations.isEmpty();
    }

    static LadderChanges between(Ladder older, Ladder newer) {
        return new LadderChanges(
                cells(older, newer),
                Change.between(older.lookBackMonths(), newer.lookBackMonths()),
                Change.between(older.stepsUpPerRepeat(), newer.stepsUpPerRepeat()),
                mitigations(older, newer));
    }

    private static List<Cell> cells(Ladder older, Ladder newer) {
        List<Cell> cells = new ArrayList<>();
        for (Intent intent : Intent.values()) {
            for (Harm harm : Harm.values()) {
                Response from = response(older, intent, harm);
                Response to = response(newer, intent, harm);
                if (from != to) {
                    cells.add(new Cell(intent, harm, from, to));
                }
            }
        }
        return List.copyOf(cells);
    }

    private static @Nullable Response response(Ladder ladder, Intent intent, Harm harm) {
        Map<Harm, Response> row = ladder.responses().get(intent);
        return row == null ? null : row.get(harm);
    }

    private static List<MitigationSteps> mitigations(Ladder older, Ladder newer) {
        List<MitigationSteps> changed = new ArrayList<>();
        for (Mitigation mitigation : Mitigation.values()) {
            Change<Integer> change = Change.between(
                    older.mitigations().get(mitigation), newer.mitigations().get(mitigation));
            if (change != null) {
                changed.add(new MitigationSteps(mitigation, change.from(), change.to()));
            }
        }
        return List.copyOf(changed);
    }
}
