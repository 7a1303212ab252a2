package org.ninetyten.command.policy;

/** Bodies of one story that work when sent in its order: see the API documents. */
final class PolicyExamples {

    /** What the draft and its revision have alike. */
    private static final String CLAUSES_LADDER_AND_OBLIGATIONS = """
                "clauses": [
                  {
                    "id": "confidentiality",
                    "number": "1.1",
                    "title": "Keep confidences",
                    "text": "Post nothing that was told in confidence or learnt on duty and is not public.",
                    "category": "CONFIDENTIALITY",
                    "standard": "CONFIDENTIALITY",
                    "goodLooksLike": "Ask the officer in the case before posting."
                  },
                  {
                    "id": "personal-data",
                    "number": "1.2",
                    "title": "Keep people out of it",
                    "text": "Post nothing by which a person can be known.",
                    "category": "PERSONAL_DATA",
                    "standard": "CONFIDENTIALITY",
                    "goodLooksLike": "Blur faces, names and number plates."
                  }
                ],
                "ladder": {
                  "responses": {
                    "GENUINE_MISTAKE": {"NONE": "NO_ACTION", "LOW": "ADVICE", "MEDIUM": "COACHING", "HIGH": "TRAINING"},
                    "CARELESS": {"NONE": "ADVICE", "LOW": "COACHING", "MEDIUM": "TRAINING", "HIGH": "REFLECTIVE_PRACTICE"},
                    "DELIBERATE": {"NONE": "REFLECTIVE_PRACTICE", "LOW": "REFLECTIVE_PRACTICE", "MEDIUM": "SUSPEND_ACCESS", "HIGH": "MISCONDUCT_REFERRAL"}
                  },
                  "lookBackMonths": 12,
                  "stepsUpPerRepeat": 1,
                  "mitigations": {"SELF_REPORTED": 1, "REMOVED_PROMPTLY": 1, "NOT_TRAINED": 1}
                },
                "obligations": {
                  "acknowledgeWithinDays": 14,
                  "checkInEveryDays": 30,
                  "trainingValidMonths": 24,
                  "noticeWithinWorkingDays": 5,
                  "answerWithinWorkingDays": 10,
                  "reviewAccountEveryDays": 180
                }
            """;

    static final String DRAFT = """
            {
              "title": "Social media",
              "content": {
                "purpose": "To be known and trusted where people are",
                "objectives": ["People know what we do", "People tell us what we should know"],
            """ + CLAUSES_LADDER_AND_OBLIGATIONS + "}}";

    static final String REVISION = """
            {
              "reason": "The purpose says what people get from it",
              "content": {
                "purpose": "To be known and trusted where people are, and to be of use to them",
                "objectives": ["People know what we do", "People tell us what we should know"],
            """ + CLAUSES_LADDER_AND_OBLIGATIONS + "}}";

    static final String VERSION = """
            {"significance": "MAJOR", "summaryOfChange": "The first version", "effectiveFrom": "2026-01-15", "reviewBy": "2027-01-15"}
            """;

    static final String REVIEW = """
            {"reviewedOn": "2026-06-15", "nextReviewBy": "2027-06-15", "note": "Read against this year's questions; it stands"}
            """;

    static final String WITHDRAWAL = """
            {"reason": "The force has one policy for all platforms now"}
            """;

    private PolicyExamples() {}
}
