package org.ninetyten.command.reminder;

/**
 * Something to come back to at a certain time.
 *
 * @param kind what it is about, such as {@code acknowledgement}
 * @param subjectId whom or what it concerns
 * @param key tells apart several of one kind and subject, such as {@code social-media:3}
 * @param correlationId of the request it goes back to
 * @param causationId of the command that set it
 */
public record Reminder(String kind, String subjectId, String key, String correlationId, String causationId) {

    /** The same name means the same reminder. */
    String name() {
        return kind + "/" + subjectId + "/" + key;
    }
}
