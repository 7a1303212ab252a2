package org.ninetyten.events.policy;

import java.util.List;

/**
 * The whole of what a policy version says.
 *
 * @param objectives what the force wants to achieve
 */
public record PolicyContent(
        String purpose, List<String> objectives, List<Clause> clauses, Ladder ladder, Obligations obligations) {}
