package org.ninetyten.query.accounts;

/** Answers as an integrator will see them. */
final class AccountExamples {

    private static final String FIELDS = """
              "id": "harbour-x",
              "version": 4,
              "platform": "X",
              "handle": "@HarbourPolice",
              "purpose": "Tell people on and around the water what the unit does, and hear from them",
              "audience": "Residents, sailors and visitors",
              "holderId": "amina",
              "policyId": "social-media",
              "openedOn": "2026-01-15",
              "state": "SUSPENDED",
              "requestedAt": "2026-01-13T10:00:00Z",
              "requestedBy": "amina",
              "authorised": {
                "authorisedOn": "2026-01-15",
                "policyVersion": 1,
                "acknowledgedVersion": 1,
                "trainingId": "amina-social-2026",
                "trainingValidUntil": "2027-01-09",
                "recordedAt": "2026-01-15T08:30:00Z",
                "recordedBy": "comms"
              },
              "suspended": {
                "reason": "The phone it is used from was lost",
                "until": "2026-04-30",
                "recordedAt": "2026-04-20T17:45:00Z",
                "recordedBy": "standards"
              },
              "operators": [
                {
                  "officerId": "ben",
                  "from": "2026-03-01",
                  "policyVersion": 1,
                  "acknowledgedVersion": 1,
                  "trainingId": "ben-social-2026",
                  "trainingValidUntil": "2027-01-09",
                  "recordedAt": "2026-03-02T09:10:00Z",
                  "recordedBy": "comms"
                }
              ],
              "holders": [{"officerId": "amina", "from": "2026-01-15"}],
              "lastReviewedOn": "2026-04-01",
              "reviews": [
                {
                  "reviewedOn": "2026-04-01",
                  "note": "Serves its purpose; two-step sign-in is on",
                  "recordedAt": "2026-04-01T14:00:00Z",
                  "recordedBy": "comms"
                }
              ]
            """;

    static final String ONE = "{" + FIELDS + "}";

    private static final String CASES = """
            {
              "breachesByIntent": {"GENUINE_MISTAKE": 1},
              "learned": [
                {
                  "transgressionId": "harbour-photo",
                  "response": "COACHING",
                  "completedOn": "2026-03-06",
                  "note": "Went through what may be seen in the background of a photograph.",
                  "reference": "amina-2026-03"
                }
              ],
              "openCases": [{"transgressionId": "harbour-parade", "state": "NOTIFIED"}]
            }
            """;

    static final String RECORD = "{" + FIELDS + ", \"cases\": " + CASES + "}";

    static final String LIST = "{\"items\": [" + ONE + "], \"nextCursor\": \"YWZ0ZXI6aGFyYm91ci14\"}";

    static final String COULD_POST = """
            {
              "accountId": "harbour-x",
              "at": "2026-04-10T12:00:00Z",
              "officers": [
                {"officerId": "amina", "as": "HOLDER", "since": "2026-01-15"},
                {"officerId": "ben", "as": "OPERATOR", "since": "2026-03-01"}
              ]
            }
            """;

    private AccountExamples() {}
}
