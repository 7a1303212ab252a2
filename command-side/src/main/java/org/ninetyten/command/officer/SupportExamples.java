package org.ninetyten.command.officer;

/** Bodies of the same story as {@link OfficerExamples}. */
final class SupportExamples {

    static final String CHECK_IN = """
            {
              "checkInId": "march",
              "heldOn": "2026-03-18",
              "note": "Going well; wants to try short films",
              "accountId": "harbour-x"
            }
            """;

    static final String LEAVING = """
            {"leftOn": "2026-09-30"}
            """;

    private SupportExamples() {}
}
