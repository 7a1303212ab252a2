package org.ninetyten.query.overview;

/** Answers as an integrator will see them. */
final class OverviewExamples {

    static final String OVERVIEW = """
            {
              "from": "2026-01-01",
              "to": "2026-12-31",
              "unit": "harbour",
              "asOf": "2026-06-01T08:00:00Z",
              "samples": 6,
              "postsSampled": 120,
              "postsFine": 109,
              "transgressions": {
                "reported": 14,
                "byIntent": null,
                "byHarm": null,
                "byResponse": null
              },
              "departures": null,
              "daysToTell": {"cases": 9, "median": 4, "p90": 8},
              "training": {"count": 11, "of": 12, "share": 0.9167},
              "acknowledged": {"count": 12, "of": 12, "share": 1.0},
              "checkedIn": {"count": 10, "of": 12, "share": 0.8333},
              "advice": {"asked": 7, "followed": 6},
              "commendations": 9,
              "repeats": null,
              "months": [
                {
                  "month": "2026-01",
                  "postsSampled": null,
                  "postsFine": null,
                  "transgressions": null,
                  "adviceAsked": null,
                  "commendations": null,
                  "withheld": ["posts", "transgressions.reported", "advice", "commendations"],
                  "links": {}
                }
              ],
              "withheld": ["transgressions.byIntent", "transgressions.byHarm", "transgressions.byResponse", "departures", "repeats"],
              "links": {
                "samples": "/api/overview/entries?figure=SAMPLES&from=2026-01-01&to=2026-12-31&unit=harbour",
                "transgressions.reported": "/api/transgressions?from=2026-01-01&to=2026-06-02&unit=harbour",
                "training.count": "/api/officers?posting=true&upToDateWith=TRAINING&unit=harbour"
              }
            }
            """;

    static final String ENTRIES = """
            {
              "items": [
                {
                  "id": "harbour-x/spring-sample",
                  "officerId": "amina",
                  "accountId": "harbour-x",
                  "day": "2026-04-02",
                  "sampled": 20,
                  "good": 18
                }
              ]
            }
            """;

    private OverviewExamples() {}
}
