package org.ninetyten.command.account;

/** Bodies of one story that work when sent in its order: see the API documents. */
final class PostExamples {

    static final String COMMENDATION = """
            {
              "commendationId": "night-of-the-storm",
              "postedAt": "2026-02-14T23:40:00Z",
              "why": "Said what was known and what was not, every half hour, and kept worried families calm",
              "postUrl": "https://social.example/harbour/77"
            }
            """;

    static final String DIP_SAMPLE = """
            {
              "sampleId": "march",
              "sampledOn": "2026-03-17",
              "sampled": 40,
              "good": 38,
              "concerns": ["A number plate can be read in the photograph of 2 March"]
            }
            """;

    private PostExamples() {}
}
