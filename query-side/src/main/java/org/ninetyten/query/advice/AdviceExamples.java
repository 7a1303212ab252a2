package org.ninetyten.query.advice;

/** Answers as an integrator will see them. */
final class AdviceExamples {

    static final String LIST = """
            {
              "items": [
                {
                  "officerId": "amina",
                  "adviceId": "open-day",
                  "accountId": "harbour-x",
                  "draft": "Thank you to the four hundred people who came aboard on Saturday! Who spotted Rex?",
                  "question": "Is it all right to name the dog?",
                  "askedAt": "2026-03-16T14:30:00Z",
                  "replyDueAt": "2026-03-17T12:30:00Z",
                  "state": "ASKED",
                  "overdue": false
                },
                {
                  "officerId": "ben",
                  "adviceId": "fog",
                  "accountId": "harbour-x",
                  "draft": "Fog! Stay at home.",
                  "question": "Is that too short?",
                  "askedAt": "2026-03-02T07:10:00Z",
                  "replyDueAt": "2026-03-02T16:00:00Z",
                  "state": "FOLLOWED",
                  "overdue": false,
                  "decision": "CHANGE_IT",
                  "why": "Say where, and until when",
                  "repliedBy": "sergeant",
                  "repliedAt": "2026-03-02T08:05:00Z"
                }
              ]
            }
            """;

    private AdviceExamples() {}
}
