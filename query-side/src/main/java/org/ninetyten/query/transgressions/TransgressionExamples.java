package org.ninetyten.query.transgressions;

/** Answers as an integrator will see them. */
final class TransgressionExamples {

    static final String ONE = """
            {
              "id": "harbour-photo",
              "version": 1,
              "accountId": "harbour-x",
              "officerId": "amina",
              "state": "REPORTED",
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
              }
            }
            """;

    static final String LIST = "{\"items\": [" + ONE + "], \"nextCursor\": \"YWZ0ZXI6aGFyYm91ci1waG90bw\"}";

    private TransgressionExamples() {}
}
