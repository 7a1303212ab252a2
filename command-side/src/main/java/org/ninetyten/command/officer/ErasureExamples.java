package org.ninetyten.command.officer;

/** Bodies of the same story as {@link OfficerExamples}: of Dana, who left long ago. */
final class ErasureExamples {

    static final String REGISTER_LEAVER = """
            {
              "name": "Dana Brook",
              "collarNumber": "PC 2290",
              "unit": "harbour"
            }
            """;

    static final String LEFT_LONG_AGO = """
            {"leftOn": "2020-03-31"}
            """;

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
