package org.ninetyten.query.officers;

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
                  "recordedAt": "2026-01-12T09:05:00Z",
                  "lapsed": false
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
              ],
              "trainingValidUntil": "2027-01-09",
              "trainingLapsed": false,
              "checkIns": [
                {
                  "checkInId": "amina-2026-06",
                  "heldOn": "2026-06-10",
                  "heldBy": "sergeant",
                  "note": "Going well; wants to try short films",
                  "accountId": "harbour-x",
                  "recordedAt": "2026-06-10T16:20:00Z"
                }
              ],
              "checkInsMissed": [
                {
                  "policyId": "social-media",
                  "policyVersion": 1,
                  "dueBy": "2026-04-15",
                  "recordedAt": "2026-04-15T23:00:01Z"
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

    static final String LIST = "{\"items\": [" + ONE + "], \"nextCursor\": \"YWZ0ZXI6YW1pbmE\"}";

    private OfficerExamples() {}
}
