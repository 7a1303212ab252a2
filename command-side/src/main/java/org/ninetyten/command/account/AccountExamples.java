package org.ninetyten.command.account;

/** Bodies of one story that work when sent in its order: see the API documents. */
final class AccountExamples {

    static final String REQUEST = """
            {
              "platform": "X",
              "handle": "@HarbourPolice",
              "purpose": "Tell people what the harbour unit does, and hear from them",
              "audience": "Residents and harbour users",
              "holderId": "amina",
              "policyId": "social-media",
              "openedOn": "2026-02-01"
            }
            """;

    static final String REQUEST_ANOTHER = """
            {
              "platform": "X",
              "handle": "@HarbourBanter",
              "purpose": "Jokes about the harbour",
              "audience": "Colleagues",
              "holderId": "amina",
              "policyId": "social-media",
              "openedOn": "2026-02-01"
            }
            """;

    static final String AUTHORISATION = "{}";

    static final String REFUSAL = """
            {"reason": "It serves no purpose that the force has"}
            """;

    static final String SUSPENSION = """
            {"reason": "The password was shared in a chat"}
            """;

    static final String REINSTATEMENT = """
            {"reason": "The password was changed and two-step sign-in is on"}
            """;

    static final String OPERATOR = """
            {"officerId": "ben", "from": "2026-03-01"}
            """;

    static final String CLOSURE = """
            {"reason": "The unit merged with the river unit"}
            """;

    private AccountExamples() {}
}
