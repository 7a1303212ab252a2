package org.ninetyten.query.officers;

import org.ninetyten.query.transgressions.CasePatternExample;

/** Answers as an integrator will see them. */
final class OfficerExamples {

    private static final String FIELDS = """
              "id": "amina",
              "version": 4,
              "name": "Amina Rahman",
              "collarNumber": "PC 4711",
              "unit": "harbour",
              "staff": false,
              "registeredAt": "2026-01-12T09:00:00Z",
              "training": [
                {
                  "trainingId": "amina-social-2026",
                  "course": "Posting for the force",
                  "completedOn": "2026-01-10",
                  "validUntil": "2027-01-09",
                  "recordedAt": "2026-01-12T09:05:00Z"
                }
              ],
              "acknowledgements": [
                {
                  "policyId": "social-media",
                  "version": 1,
                  "acknowledgedOn": "2026-01-12",
                  "onPaper": false,
                  "recordedBy": "amina",
                  "recordedAt": "2026-01-12T09:10:00Z"
                }
              ],
              "conversations": [
                {
                  "conversationId": "amina-2026-03",
                  "heldOn": "2026-03-02",
                  "heldBy": "sergeant",
                  "topics": ["photographs of incidents"],
                  "summary": "Went through what may be seen in the background of a photograph.",
                  "agreedActions": ["Show the next two drafts before posting"],
                  "accountId": "harbour-x",
                  "recordedAt": "2026-03-02T15:00:00Z"
                }
              ]
            """;

    static final String ONE = "{" + FIELDS + "}";

    static final String RECORD = "{" + FIELDS + ", \"cases\": " + CasePatternExample.JSON + "}";

    static final String LIST = "{\"items\": [" + ONE + "], \"nextCursor\": \"YWZ0ZXI6YW1pbmE\"}";

    private OfficerExamples() {}
}
