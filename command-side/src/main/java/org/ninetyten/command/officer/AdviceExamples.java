package org.ninetyten.command.officer;

/** Bodies of one story that work when sent in its order: see the API documents. */
final class AdviceExamples {

    static final String QUESTION = """
            {
              "adviceId": "open-day",
              "accountId": "harbour-x",
              "draft": "Thank you to the four hundred people who came aboard on Saturday! Who spotted Rex?",
              "question": "Is it all right to name the dog?"
            }
            """;

    static final String REPLY = """
            {"decision": "GO_AHEAD", "why": "Rex is named on our own pages; nobody else can be recognised"}
            """;

    static final String OUTCOME = """
            {"followed": true}
            """;

    private AdviceExamples() {}
}
