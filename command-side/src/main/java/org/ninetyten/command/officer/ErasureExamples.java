package org.ninetyten.command.officer;

/** Bodies of the same story as {@link OfficerExamples}. */
final class ErasureExamples {

    static final String HOLD = """
            {
              "holdId": "civil-claim-2027",
              "reason": "A civil claim names them; solicitors asked that everything be kept"
            }
            """;

    static final String LIFTING = """
            {"reason": "The claim was settled"}
            """;

    static final String ERASURE = """
            {
              "erasureId": "retention-2033",
              "reason": "Six years since they left, nothing pending"
            }
            """;

    private ErasureExamples() {}
}
