package org.ninetyten.command.officer;

/** Bodies of one story that work when sent in its order: see the API documents. */
final class ConversationExamples {

    static final String DONE = """
            {"completedOn": "2026-03-20", "note": "Read the replies of the open day aloud, and softened two"}
            """;

    static final String NOTE = """
            {"noteId": "my-view", "note": "The reply was sharp because the same person had written nine times that day."}
            """;

    private ConversationExamples() {}
}
