package org.ninetyten.query.duties;

/** Answers and bodies as an integrator will see them. */
final class DutyExamples {

    static final String LIST = """
            {
              "items": [
                {
                  "id": "CHECK_IN:amina:social-media:missed",
                  "kind": "CHECK_IN",
                  "dueBy": "2026-05-31",
                  "missed": true,
                  "since": "2026-03-02",
                  "officerId": "amina",
                  "unit": "harbour",
                  "policyId": "social-media",
                  "policyVersion": 2,
                  "summary": "Someone is to check in with officer amina; it was due by 2026-05-31."
                },
                {
                  "id": "ADVICE_REPLY:ben:lifeboat-day",
                  "kind": "ADVICE_REPLY",
                  "dueBy": "2026-06-03",
                  "dueAt": "2026-06-03T14:20:00Z",
                  "missed": false,
                  "since": "2026-06-02",
                  "officerId": "ben",
                  "unit": "harbour",
                  "accountId": "harbour-x",
                  "adviceId": "lifeboat-day",
                  "summary": "Officer ben asked for advice about the account harbour-x and is to be answered by 2026-06-03."
                }
              ],
              "nextCursor": "YWZ0ZXI6MjAyNi0wNi0wM1QxNDoyMDowMFo"
            }
            """;

    static final String CSV = """
            id,kind,dueBy,dueAt,missed,since,officerId,unit,accountId,policyId,policyVersion,transgressionId,adviceId,summary
            TRAINING:amina,TRAINING,2026-08-31,,false,2025-08-31,amina,harbour,,,,,,Officer amina is to have training that counts by 2026-08-31.
            """;

    static final String NEW_CALENDAR = """
            {"unit": "harbour"}
            """;

    static final String CREATED = """
            {
              "id": "0d9f6a52-5f0e-4d7c-9d2b-5a0d5f8f2f11",
              "unit": "harbour",
              "kinds": ["CHECK_IN", "ADVICE_REPLY", "NOTICE"],
              "createdAt": "2026-06-01T08:00:00Z",
              "expiresAt": "2027-06-01T08:00:00Z",
              "address": "/api/duties/calendar/2Yy0s7mQWc0pGrmTnqk4Jw0o1mGgq7m8b1kq9wz3YxA.ics"
            }
            """;

    static final String CALENDARS = """
            {
              "items": [
                {
                  "id": "0d9f6a52-5f0e-4d7c-9d2b-5a0d5f8f2f11",
                  "unit": "harbour",
                  "kinds": ["CHECK_IN", "ADVICE_REPLY", "NOTICE"],
                  "createdAt": "2026-06-01T08:00:00Z",
                  "expiresAt": "2027-06-01T08:00:00Z"
                }
              ]
            }
            """;

    static final String FEED = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Ninety Ten//Duties//EN
            CALSCALE:GREGORIAN
            BEGIN:VEVENT
            DTSTAMP:20260601T080000Z
            UID:5f2b7c0a9d3e4f61@ninety-ten
            DTSTART;VALUE=DATE:20260615
            SUMMARY:Check in with amina
            TRANSP:TRANSPARENT
            END:VEVENT
            END:VCALENDAR
            """;

    private DutyExamples() {}
}
