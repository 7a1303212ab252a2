package org.ninetyten.command.account;

/** Bodies of the same story as {@link AccountExamples}. */
final class AccountInUseExamples {

    static final String PURPOSE = """
            {
              "purpose": "Tell people what the harbour unit does, hear from them, and warn of bad weather",
              "audience": "Residents, harbour users and sailors",
              "reason": "The coastguard asked us to pass its warnings on"
            }
            """;

    static final String TRANSFER = """
            {"holderId": "ben", "reason": "Amina moves to the river unit"}
            """;

    static final String REVIEW = """
            {"reviewedOn": "2026-08-01", "note": "Serves its purpose; two-step sign-in is on"}
            """;

    private AccountInUseExamples() {}
}
