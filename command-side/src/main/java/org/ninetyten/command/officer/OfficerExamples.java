package org.ninetyten.command.officer;

/** Bodies of one story that work when sent in its order: see the API documents. */
final class OfficerExamples {

    static final String REGISTER = """
            {"name": "Amina Khan", "collarNumber": "1234", "unit": "harbour"}
            """;

    static final String REGISTER_OPERATOR = """
            {"name": "Ben Okafor", "collarNumber": "1235", "unit": "harbour"}
            """;

    static final String CHANGE_DETAILS = """
            {"name": "Amina Khan-Shah", "collarNumber": "1234", "unit": "harbour"}
            """;

    static final String TRAINING = """
            {"trainingId": "posting-well", "course": "Posting well", "completedOn": "2026-01-12", "validUntil": "2099-12-31"}
            """;

    static final String ACKNOWLEDGE = """
            {"policyId": "social-media", "version": 1, "acknowledgedOn": "2026-01-20"}
            """;

    static final String CONVERSATION = """
            {
              "conversationId": "first-month",
              "heldOn": "2026-03-04",
              "topics": ["tone", "replying to complaints"],
              "summary": "A good first month; one reply was sharper than it had to be.",
              "agreedActions": ["Read replies aloud before sending them"],
              "accountId": "harbour-x"
            }
            """;

    private OfficerExamples() {}
}
