package org.ninetyten.query.accounts;

import org.ninetyten.query.transgressions.CasePatternExample;

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
              ],
              "commendations": [
                {
                  "commendationId": "night-of-the-storm",
                  "postedAt": "2026-02-14T23:40:00Z",
                  "why": "Said what was known and what was not, every half hour, and kept worried families calm",
                  "postUrl": "https://social.example/harbour/77",
                  "officerIds": ["amina"],
                  "recordedAt": "2026-02-16T09:00:00Z",
                  "recordedBy": "sergeant"
                }
              ],
              "samples": [
                {
                  "sampleId": "march",
                  "sampledOn": "2026-03-17",
                  "sampled": 40,
                  "good": 38,
                  "concerns": ["A number plate can be read in the photograph of 2 March"],
                  "recordedAt": "2026-03-17T16:20:00Z",
                  "recordedBy": "comms"
                }
              ]
            """;

    static final String ONE = "{" + FIELDS + "}";

    static final String RECORD = "{" + FIELDS + ", \"cases\": " + CasePatternExample.JSON + "}";

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
