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

    private TransgressionExamples() {}
}
