package org.ninetyten.command.transgression;

/** Bodies of one story that work when sent in its order: see the API documents. */
final class TransgressionExamples {

    static final String REPORT = """
            {
              "accountId": "harbour-x",
              "officerId": "amina",
              "postedAt": "2026-03-14T18:20:00Z",
              "post": {"text": "Well done Jo Bloggs of Quay Street for handing in a wallet!", "url": "https://social.example/harbour/1"},
              "category": "PERSONAL_DATA",
              "description": "Names a member of the public and their street",
              "reportedBy": "A resident, by telephone"
            }
            """;

    static final String REPORT_ANOTHER = """
            {
              "accountId": "harbour-x",
              "officerId": "amina",
              "postedAt": "2026-03-18T07:05:00Z",
              "post": {"text": "Fog in the harbour this morning: take care on the quay."},
              "category": "OPERATIONAL_DISCLOSURE",
              "description": "May say where the patrol boat lies"
            }
            """;

    static final String REPORT_SAMPLED = """
            {
              "accountId": "harbour-x",
              "officerId": "amina",
              "postedAt": "2026-03-02T10:15:00Z",
              "post": {"text": "New wheels for the harbour team!"},
              "category": "PERSONAL_DATA",
              "description": "The number plate of a visitor can be read",
              "fromSample": {"sampleId": "march", "concern": 1}
            }
            """;

    static final String ASSESSMENT = """
            {
              "breach": true,
              "clauseIds": ["personal-data"],
              "intent": "GENUINE_MISTAKE",
              "harm": "LOW",
              "mitigations": [],
              "response": "COACHING",
              "rationale": "A word of advice would not show how quickly a name travels",
              "explanation": "The name and the street together tell everyone who found the wallet"
            }
            """;

    static final String NO_BREACH = """
            {
              "breach": false,
              "clauseIds": [],
              "mitigations": [],
              "explanation": "Fog can be seen by anyone, and nothing else is said"
            }
            """;

    static final String NOTICE = """
            {
              "clauseIds": ["personal-data"],
              "why": "The post names a member of the public and where they live",
              "whatGoodLooksLike": "Thank them without a name, or ask them first"
            }
            """;

    static final String ANSWER = """
            {"accepts": false, "statement": "Jo Bloggs had asked me to name them"}
            """;

    static final String REVIEW_REQUEST = """
            {"reason": "The assessment does not say that they had asked for it"}
            """;

    static final String REVIEW_DECISION = """
            {"upheld": false, "response": "TRAINING", "reason": "They had asked for the name, not for the street; the course deals with that"}
            """;

    static final String COMPLETION = """
            {"completedOn": "2026-03-30", "note": "Took the course again", "reference": "posting-well"}
            """;

    static final String CLOSURE = """
            {"note": "Told, heard, trained: done with"}
            """;

    static final String CLOSURE_OF_NO_BREACH = """
            {"note": "No breach, and explained to whoever reported it"}
            """;

    static final String REOPENING = """
            {"reason": "A second picture shows the patrol boat"}
            """;

    static final String WITHDRAWAL = """
            {"reason": "The picture turned out to be another harbour's"}
            """;

    static final String RESTRICTION = """
            {"restricted": true, "allowed": ["standards", "reviewer"], "reason": "The post is part of another investigation"}
            """;

    static final String RESTRICTION_ENDED = """
            {"restricted": false, "allowed": [], "reason": "That investigation has ended"}
            """;

    private TransgressionExamples() {}
}
