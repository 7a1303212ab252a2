package org.ninetyten.query.accesslog;

/** What is answered, for the OpenAPI document. */
final class AccessLogExamples {

    static final String LIST = """
            {
              "items": [
                {
                  "id": 812,
                  "readAt": "2026-06-12T09:05:00Z",
                  "caller": "standards",
                  "role": "STANDARDS",
                  "query": "GET /api/officers/{id}/history",
                  "subject": {"kind": "officer", "id": "amina", "officerId": "amina"},
                  "filters": "kind=TrainingRecorded",
                  "status": 200,
                  "correlationId": "c1b2a3d4-0000-4000-8000-000000000001"
                },
                {
                  "id": 811,
                  "readAt": "2026-06-12T09:04:11Z",
                  "caller": "auditor",
                  "role": "AUDITOR",
                  "query": "GET /api/transgressions/{id}/bundle",
                  "subject": {"kind": "transgression", "id": "harbour-tip-off", "officerId": "ben"},
                  "purpose": "Annual inspection",
                  "status": 200,
                  "correlationId": "c1b2a3d4-0000-4000-8000-000000000002"
                }
              ],
              "nextCursor": "YWZ0ZXI6ODEx"
            }
            """;

    static final String CSV = """
            id,readAt,caller,role,query,subjectKind,subjectId,officerId,filters,purpose,status,correlationId
            811,2026-06-12T09:04:11Z,auditor,AUDITOR,GET /api/transgressions/{id}/bundle,transgression,harbour-tip-off,ben,,Annual inspection,200,c1b2a3d4-0000-4000-8000-000000000002
            """;

    private AccessLogExamples() {}
}
