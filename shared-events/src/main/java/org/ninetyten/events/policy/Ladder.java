package org.ninetyten.events.policy;

import java.util.Map;

/**
 * The response ladder of a policy version.
 *
 * @param responses for each intent and harm, the response to start from
 * @param lookBackMonths how far back an earlier breach counts as a repeat
 * @param stepsUpPerRepeat how many steps heavier each repeat makes the response
 * @param mitigations how many steps lighter each mitigation makes it
 */
public record Ladder(
        Map<Intent, Map<Harm, Response>> responses,
        Integer lookBackMonths,
        Integer stepsUpPerRepeat,
        Map<Mitigation, Integer> mitigations) {}
