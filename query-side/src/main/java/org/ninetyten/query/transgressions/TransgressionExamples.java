package org.ninetyten.query.transgressions;

/** Answers as an integrator will see them. */
final class TransgressionExamples {

    static final String ONE = """
            {
              "id": "harbour-photo",
              "version": 6,
              "accountId": "harbour-x",
              "officerId": "amina",
              "state": "CLOSED",
              "category": "OPERATIONAL_DISCLOSURE",
              "description": "The photograph shows the whiteboard with tonight's patrol routes.",
              "postedAt": "2026-03-01T18:20:00Z",
              "post": {
                "text": "Proud of the night shift!",
                "url": "https://x.example/HarbourPolice/status/1",
                "sha256": "f1e8f1a4d27ed4a6bb21e7b3a3d5ee3be92ec4a59d6e0ea4c8d5b2c3c7d8b9a0"
              },
              "reportedAt": "2026-03-02T08:00:00Z",
              "reportedBy": {"actorId": "comms", "name": "A resident, by telephone"},
              "selfReported": false,
              "pinned": {
                "policyId": "social-media",
                "policyVersion": 1,
                "acknowledged": true,
                "trainingValid": true,
                "earlierBreaches": 0
              },
              "officerTold": true,
              "assessment": {
                "assessedOn": "2026-03-03",
                "by": "standards",
                "breach": true,
                "policyId": "social-media",
                "policyVersion": 1,
                "clauseIds": ["operations"],
                "intent": "GENUINE_MISTAKE",
                "harm": "MEDIUM",
                "mitigations": [],
                "recommended": "COACHING",
                "recommendationReasons": ["GENUINE_MISTAKE with MEDIUM harm starts at COACHING"],
                "response": "COACHING",
                "explanation": "The routes could be read, and nobody had looked at the background.",
                "noticeBy": "2026-03-10"
              },
              "notice": {
                "notifiedOn": "2026-03-04",
                "by": "sergeant",
                "clauseIds": ["operations"],
                "why": "The whiteboard behind the team shows tonight's patrol routes.",
                "whatGoodLooksLike": "Look at the background first; have a colleague look too.",
                "answerBy": "2026-03-18"
              },
              "answer": {
                "accepts": true,
                "statement": "I did not see the whiteboard. I took it down as soon as I was told.",
                "answeredAt": "2026-03-05T09:15:00Z"
              },
              "noticeOverdue": false,
              "answerLapsed": false,
              "response": "COACHING",
              "completion": {
                "response": "COACHING",
                "completedOn": "2026-03-06",
                "note": "Went through what may be seen in the background of a photograph.",
                "reference": "amina-2026-03",
                "by": "sergeant"
              },
              "completions": [
                {
                  "response": "COACHING",
                  "completedOn": "2026-03-06",
                  "note": "Went through what may be seen in the background of a photograph.",
                  "reference": "amina-2026-03",
                  "by": "sergeant"
                }
              ],
              "reviews": [],
              "closure": {
                "reason": "Coached, and the photograph was taken down.",
                "recordedAt": "2026-03-09T11:00:00Z",
                "recordedBy": "standards"
              },
              "reopenings": []
            }
            """;

    static final String LIST = "{\"items\": [" + ONE + "], \"nextCursor\": \"YWZ0ZXI6aGFyYm91ci1waG90bw\"}";

    static final String BUNDLE = """
            {
              "transgression": {
                "id": "harbour-tip-off",
                "version": 7,
                "accountId": "harbour-x",
                "officerId": "ben",
                "state": "COMPLETED",
                "category": "CONFIDENTIALITY",
                "description": "Told the followers of the account which boat would be searched.",
                "postedAt": "2026-04-10T21:05:00Z",
                "post": {
                  "text": "Somebody at berth 12 is in for a surprise in the morning",
                  "sha256": "f1e8f1a4d27ed4a6bb21e7b3a3d5ee3be92ec4a59d6e0ea4c8d5b2c3c7d8b9a0"
                },
                "response": "MISCONDUCT_REFERRAL"
              },
              "policyId": "social-media",
              "policyVersion": 1,
              "clauses": [
                {
                  "id": "operations",
                  "number": "4.2",
                  "title": "Operations",
                  "text": "Do not show what a live operation depends on.",
                  "category": "OPERATIONAL_DISCLOSURE",
                  "standard": "CONFIDENTIALITY",
                  "goodLooksLike": "Post after the operation, and look at the background first."
                }
              ],
              "ladder": {
                "responses": {"DELIBERATE": {"HIGH": "MISCONDUCT_REFERRAL"}},
                "lookBackMonths": 24,
                "stepsUpPerRepeat": 1,
                "mitigations": {"SELF_REPORTED": 1}
              },
              "history": [
                {
                  "position": 41,
                  "eventId": "5f2c1d8e-54f5-4d07-9f6c-0a3c3f5e2b11",
                  "recordedAt": "2026-04-11T08:00:00Z",
                  "happenedOn": "2026-04-10",
                  "kind": "TransgressionReported",
                  "summary": "Confidentiality reported for a post of 2026-04-10 by officer ben on account harbour-x.",
                  "actor": {"id": "comms", "role": "COMMS"},
                  "subject": {"officerId": "ben", "accountId": "harbour-x", "transgressionId": "harbour-tip-off"},
                  "policyVersion": 1,
                  "details": {"transgressionId": "harbour-tip-off"},
                  "correlationId": "c1b2a3d4-0000-4000-8000-000000000001",
                  "causationId": "0d9f8a7b-0000-4000-8000-000000000002"
                }
              ]
            }
            """;

    static final String SIMILAR_ADVICE = """
            {
              "items": [
                {
                  "officerId": "amina",
                  "adviceId": "night-shift",
                  "accountId": "harbour-x",
                  "draft": "So proud of the night shift!",
                  "question": "May I show the briefing room?",
                  "askedAt": "2026-03-01T09:30:00Z",
                  "replyDueAt": "2026-03-02T16:00:00Z",
                  "state": "FOLLOWED",
                  "overdue": false,
                  "decision": "GO_AHEAD",
                  "why": "Nobody can be recognised",
                  "repliedBy": "comms",
                  "repliedAt": "2026-03-01T10:05:00Z",
                  "similarity": 0.872,
                  "supports": true
                }
              ]
            }
            """;

    static final String REFLECTIVE_ACCOUNT = """
            {
              "transgressionId": "harbour-photo",
              "officerId": "amina",
              "accounts": [
                {
                  "completedOn": "2026-03-06",
                  "account": "I was proud of the team and did not think of who else would look.",
                  "recordedAt": "2026-03-06T14:00:00Z"
                }
              ]
            }
            """;

    static final String NOTICE_HTML = """
            <!DOCTYPE html>
            <html lang="en-GB">
            <head><meta charset="utf-8"><title>Notice in case harbour-photo</title></head>
            <body>
            <h1>Notice in case harbour-photo</h1>
            <p>Given on 4 March 2026.</p>
            <h2>Why</h2>
            <p>The whiteboard behind the team shows tonight's patrol routes.</p>
            </body>
            </html>
            """;

    static final String NOTICE_MARKDOWN = """
            # Notice in case harbour-photo

            Given on 4 March 2026.

            ## Why

            The whiteboard behind the team shows tonight's patrol routes.
            """;

    private TransgressionExamples() {}
}
