package org.ninetyten.query.reassessment;

/** Bodies that work when pasted, and answers as an integrator will see them. */
final class ReassessmentExamples {

    static final String ASK_VERSION = """
            {
              "policyId": "social-media",
              "version": 2,
              "from": "2026-01-01",
              "to": "2026-12-31",
              "reason": "Would last year's cases have gone the same way?"
            }
            """;

    static final String ASK_DRAFT = """
            {"policyId": "social-media", "draft": true, "from": "2026-01-01", "to": "2026-12-31"}
            """;

    private static final String HEAD = """
            "id": "0d9f8a7b-0000-4000-8000-000000000002",
            """;

    private static final String ASKED = """
            "policyId": "social-media",
            "version": 2,
            "from": "2026-01-01",
            "to": "2026-12-31",
            "reason": "Would last year's cases have gone the same way?",
            "askedBy": {"id": "standards", "role": "STANDARDS"},
            "askedAt": "2026-11-20T10:00:00Z",
            "position": 1234,
            """;

    static final String RUNNING = "{" + HEAD + "\"state\": \"RUNNING\"," + ASKED + """
            "read": 0,
            "of": 0,
            "totals": {"UNCHANGED": 0, "LIGHTER": 0, "HEAVIER": 0, "NO_LONGER_A_BREACH": 0, "NEWLY_A_BREACH": 0}
            }
            """;

    static final String DONE = "{" + HEAD + "\"state\": \"DONE\"," + ASKED + """
            "read": 42,
            "of": 42,
            "totals": {"UNCHANGED": 30, "LIGHTER": 7, "HEAVIER": 3, "NO_LONGER_A_BREACH": 1, "NEWLY_A_BREACH": 1},
            "endedAt": "2026-11-20T10:00:01Z"
            }
            """;

    static final String CANCELLED = "{" + HEAD + "\"state\": \"CANCELLED\"," + ASKED + """
            "read": 12,
            "of": 42,
            "totals": {"UNCHANGED": 12, "LIGHTER": 0, "HEAVIER": 0, "NO_LONGER_A_BREACH": 0, "NEWLY_A_BREACH": 0},
            "endedAt": "2026-11-20T10:00:01Z",
            "cancelledBy": "standards"
            }
            """;

    static final String LIST = "{\"items\": [" + DONE + "]}";

    static final String CASES = """
            {
              "items": [
                {
                  "transgressionId": "harbour-photo",
                  "then": "COACHING",
                  "decided": "COACHING",
                  "now": "TRAINING",
                  "direction": "HEAVIER",
                  "differsFromDecision": true,
                  "reasons": [
                    "Version 2 has the clause operations: it stays a breach.",
                    "2 earlier breaches in 24 months under version 2; 1 was counted then.",
                    "Genuine mistake with low harm: the ladder starts at ADVICE.",
                    "Third breach within 24 months: two steps up.",
                    "Together two steps up, from ADVICE to TRAINING.",
                    "COACHING was recommended then, TRAINING is now: heavier.",
                    "Decided was COACHING."
                  ]
                }
              ],
              "nextCursor": "YWZ0ZXI6Nw"
            }
            """;

    static final String CASES_CSV = """
            transgressionId,then,decided,now,direction,differsFromDecision,reasons
            harbour-photo,COACHING,COACHING,TRAINING,HEAVIER,true,"Version 2 has the clause operations: it stays a breach. 2 earlier breaches in 24 months under version 2; 1 was counted then."
            """;

    private ReassessmentExamples() {}
}
