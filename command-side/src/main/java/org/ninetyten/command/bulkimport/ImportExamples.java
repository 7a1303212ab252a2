package org.ninetyten.command.bulkimport;

/** Sheets that work when pasted, and answers as an integrator will see them. */
final class ImportExamples {

    static final String OFFICERS = """
            id,name,collarNumber,unit,staff
            cara,Cara Mensah,PC 2201,harbour,no
            dan,Dan Whitfield,9017,harbour,yes
            """;

    static final String TRAINING = """
            officerId,trainingId,course,completedOn,validUntil
            cara,posting-well,Posting well,2026-01-12,2099-12-31
            dan,posting-well,"Posting well, the short course",12/01/2026,
            """;

    static final String ACCOUNTS = """
            id,platform,handle,purpose,audience,holderId,policyId,openedOn,authorise
            pier-x,X,@HarbourPier,Safety on the pier,Anglers and families,cara,social-media,2026-02-01,no
            """;

    private static final String HEAD = """
            "id": "0d9f8a7b-0000-4000-8000-000000000003",
            "kind": "OFFICERS",
            "dryRun": false,
            """;

    private static final String ASKED = """
            "askedBy": {"id": "comms", "role": "COMMS"},
            "askedAt": "2026-11-20T10:00:00Z"
            """;

    static final String RUNNING = "{" + HEAD + """
            "state": "RUNNING",
            "lines": 2,
            "done": 0,
            "unchanged": 0,
            "refused": 0,
            """ + ASKED + "}";

    static final String DONE = "{" + HEAD + """
            "state": "DONE",
            "lines": 2,
            "done": 1,
            "unchanged": 0,
            "refused": 1,
            "startedAt": "2026-11-20T10:00:00.2Z",
            "endedAt": "2026-11-20T10:00:00.3Z",
            """ + ASKED + "}";

    static final String CANCELLED = "{" + HEAD + """
            "state": "CANCELLED",
            "lines": 20000,
            "done": 4711,
            "unchanged": 0,
            "refused": 3,
            "startedAt": "2026-11-20T10:00:00.2Z",
            "endedAt": "2026-11-20T10:00:09Z",
            "cancelledBy": "comms",
            """ + ASKED + "}";

    static final String LIST = "{\"items\": [" + DONE + "]}";

    static final String LINES = """
            {
              "items": [
                {"line": 2, "id": "cara", "state": "DONE"},
                {
                  "line": 3,
                  "id": "dan",
                  "state": "REFUSED",
                  "code": "invalid",
                  "detail": "The request is not valid: see the violations.",
                  "violations": [{"pointer": "/unit", "message": "must be given"}]
                }
              ]
            }
            """;

    static final String LINES_CSV = """
            line,id,state,code,detail,violations
            2,cara,DONE,,,
            3,dan,REFUSED,invalid,The request is not valid: see the violations.,unit must be given
            """;

    private ImportExamples() {}
}
