package org.ninetyten.query.acknowledgements;

/** Answers as an integrator will see them. */
final class AcknowledgementExamples {

    static final String LIST = """
            {
              "policyId": "social-media",
              "version": 2,
              "requiredByVersion": 2,
              "counts": {
                "required": 3,
                "acknowledged": 1,
                "outstanding": 1,
                "overdue": 1,
                "missed": 2,
                "acknowledgedLate": 1,
                "unasked": 0,
                "noLongerRequired": 0
              },
              "requiring": {"state": "DONE", "done": 3, "of": 3},
              "items": [
                {
                  "officerId": "amina",
                  "name": "Amina Rahman",
                  "unit": "harbour",
                  "dueBy": "2026-06-15",
                  "state": "ACKNOWLEDGED_LATE",
                  "acknowledgedOn": "2026-06-20",
                  "acknowledgedVersion": 2,
                  "onPaper": false,
                  "missed": true,
                  "lastAcknowledgedVersion": 2
                },
                {
                  "officerId": "ben",
                  "name": "Ben Okafor",
                  "unit": "harbour",
                  "dueBy": "2026-06-15",
                  "state": "MISSED",
                  "missed": true,
                  "lastAcknowledgedVersion": 1
                },
                {
                  "officerId": "carys",
                  "name": "Carys Pugh",
                  "unit": "dogs",
                  "dueBy": "2026-07-01",
                  "state": "OUTSTANDING",
                  "missed": false
                }
              ]
            }
            """;

    private AcknowledgementExamples() {}
}
