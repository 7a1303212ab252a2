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
                  "agreedActions": [
                    {
                      "n": 1,
                      "action": "Show the next two drafts before posting",
                      "done": true,
                      "completedOn": "2026-03-20",
                      "note": "Both were fine",
                      "recordedBy": "sergeant",
                      "recordedAt": "2026-03-20T15:00:00Z"
                    }
                  ],
                  "accountId": "harbour-x",
                  "recordedAt": "2026-03-02T15:00:00Z",
                  "notes": [
                    {
                      "noteId": "my-view",
                      "note": "I had not been told that the whiteboard is kept up to date.",
                      "recordedAt": "2026-03-03T08:10:00Z"
                    }
                  ]
                }
              ],
              "advice": [
                {
                  "officerId": "amina",
                  "adviceId": "open-day",
                  "accountId": "harbour-x",
                  "draft": "Thank you to the four hundred people who came aboard on Saturday! Who spotted Rex?",
                  "question": "Is it all right to name the dog?",
                  "askedAt": "2026-03-16T14:30:00Z",
                  "replyDueAt": "2026-03-17T12:30:00Z",
                  "state": "FOLLOWED",
                  "overdue": false,
                  "decision": "GO_AHEAD",
                  "why": "Rex is named on our own pages; nobody else can be recognised",
                  "repliedBy": "comms",
                  "repliedAt": "2026-03-16T15:05:00Z"
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

    static final String RECORD = "{" + FIELDS + ", \"cases\": " + CasePatternExample.JSON + "}";

    static final String LIST = "{\"items\": [" + ONE + "], \"nextCursor\": \"YWZ0ZXI6YW1pbmE\"}";

    private OfficerExamples() {}
}
