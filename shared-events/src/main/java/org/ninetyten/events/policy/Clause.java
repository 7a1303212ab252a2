package org.ninetyten.events.policy;

/**
 * One rule of a policy version.
 *
 * @param id stable across versions, such as {@code confidentiality}
 * @param number where it stands in this version, such as {@code 4.2}
 * @param text Markdown
 * @param goodLooksLike what to do instead, told to an officer who was out of bounds
 */
public record Clause(
        String id,
        String number,
        String title,
        String text,
        Category category,
        Standard standard,
        String goodLooksLike) {}
