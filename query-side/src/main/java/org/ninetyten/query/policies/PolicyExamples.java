package org.ninetyten.query.policies;

/** Answers as an integrator will see them. */
final class PolicyExamples {

    private static final String SUMMARY_FIELDS = """
            "version": 1,
            "significance": "MAJOR",
            "summaryOfChange": "First version",
            "effectiveFrom": "2026-01-01",
            "reviewBy": "2027-01-01",
            "publishedAt": "2025-12-15T10:00:00Z",
            "publishedBy": "comms"
            """;

    private static final String CONTENT = """
            {
              "purpose": "So that the people who post for the force do it well and safely",
              "objectives": ["Be where the public is", "Harm nobody"],
              "clauses": [
                {
                  "id": "operations",
                  "number": "4.2",
                  "title": "Operations",
                  "text": "Do not show what a live operation depends on.",
                  "category": "OPERATIONAL_DISCLOSURE",
                  "standard": "CONFIDENTIALITY",
                  "goodLooksLike": "Post after the operation, and look at the background first."
                }
              ],
              "ladder": {
                "responses": {
                  "GENUINE_MISTAKE": {"NONE": "NO_ACTION", "LOW": "ADVICE", "MEDIUM": "COACHING", "HIGH": "REFLECTIVE_PRACTICE"},
                  "CARELESS": {"NONE": "ADVICE", "LOW": "COACHING", "MEDIUM": "REFLECTIVE_PRACTICE", "HIGH": "SUSPEND_ACCESS"},
                  "DELIBERATE": {"NONE": "COACHING", "LOW": "REFLECTIVE_PRACTICE", "MEDIUM": "SUSPEND_ACCESS", "HIGH": "MISCONDUCT_REFERRAL"}
                },
                "lookBackMonths": 24,
                "stepsUpPerRepeat": 1,
                "mitigations": {"SELF_REPORTED": 1, "REMOVED_PROMPTLY": 1}
              },
              "obligations": {
                "acknowledgeWithinDays": 14,
                "checkInEveryDays": 90,
                "trainingValidMonths": 12,
                "noticeWithinWorkingDays": 5,
                "answerWithinWorkingDays": 10,
                "reviewAccountEveryDays": 180
              }
            }
            """;

    private static final String HEAD = """
            "id": "social-media",
            "version": 3,
            "title": "Social media policy",
            "state": "PUBLISHED",
            """;

    private static final String TAIL = "\"versions\": [{" + SUMMARY_FIELDS + "}], \"currentVersion\": 1";

    private static final String DRAFT = """
            "reason": "Clearer words about photographs",
            "revisions": 1,
            "changedSincePublication": true
            """;

    static final String LIST = "{\"items\": [{" + HEAD + "\"draft\": {" + DRAFT + "}, " + TAIL
            + "}], \"nextCursor\": \"YWZ0ZXI6c29jaWFsLW1lZGlh\"}";

    static final String ONE = "{" + HEAD + "\"draft\": {\"content\": " + CONTENT + ", " + DRAFT + "}, " + TAIL + "}";

    static final String VERSIONS = "{\"items\": [{" + SUMMARY_FIELDS + "}]}";

    static final String VERSION =
            "{\"policyId\": \"social-media\", " + SUMMARY_FIELDS + ", \"content\": " + CONTENT + "}";

    static final String DIFF = """
            {
              "policyId": "social-media",
              "title": "Social media policy",
              "against": 1,
              "version": 2,
              "changed": true,
              "summary": "1 clause moved, 1 clause changed, response ladder changed, 1 obligation changed.",
              "purpose": [],
              "objectives": [],
              "clauses": {
                "added": [],
                "removed": [],
                "moved": [
                  {
                    "id": "operations",
                    "title": "Operations",
                    "from": {"number": "4.2", "position": 1},
                    "to": {"number": "4.3", "position": 1}
                  }
                ],
                "changed": [
                  {
                    "id": "operations",
                    "number": "4.3",
                    "title": "Operations",
                    "changes": {
                      "category": {"from": "OTHER", "to": "OPERATIONAL_DISCLOSURE"},
                      "text": [
                        {"kind": "EQUAL", "text": "Do not show what a "},
                        {"kind": "DELETED", "text": "live"},
                        {"kind": "INSERTED", "text": "running"},
                        {"kind": "EQUAL", "text": " operation depends on."}
                      ]
                    }
                  }
                ]
              },
              "ladder": {
                "cells": [{"intent": "CARELESS", "harm": "LOW", "from": "ADVICE", "to": "COACHING"}],
                "lookBackMonths": {"from": 12, "to": 24},
                "mitigations": [{"mitigation": "SELF_REPORTED", "to": 1}]
              },
              "obligations": [{"obligation": "acknowledgeWithinDays", "from": 14, "to": 7}]
            }
            """;

    static final String DIFF_AS_MARKDOWN = """
            # Social media policy: version 1 to version 2

            1 clause changed.

            ## Clauses

            ### Changed: 4.2 Operations (operations)

            > Do not show what a ~~live~~**running** operation depends on.
            """;

    static final String BREACH = """
            {"intent": "CARELESS", "harm": "MEDIUM", "earlierBreaches": 1, "mitigations": ["SELF_REPORTED", "REMOVED_PROMPTLY"]}
            """;

    static final String RECOMMENDATION = """
            {
              "response": "TRAINING",
              "reasons": [
                "Careless with medium harm: the ladder starts at REFLECTIVE_PRACTICE.",
                "Second breach within 24 months: one step up.",
                "Self reported: one step down.",
                "Removed promptly: one step down.",
                "Together one step down, from REFLECTIVE_PRACTICE to TRAINING."
              ]
            }
            """;

    private PolicyExamples() {}
}
