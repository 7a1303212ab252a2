package org.ninetyten.command.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ninetyten.command.story.Story.ACCOUNT_REQUESTED;
import static org.ninetyten.command.story.Story.day;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ninetyten.events.account.AccountEvent.AccountClosed;
import org.ninetyten.events.account.AccountEvent.AccountRefused;

class AccountRecordTest {

    @ParameterizedTest(name = "{1} on {0}: {2}")
    @CsvSource({
        "2026-01-31, amina, false",
        "2026-02-01, amina, true",
        "2026-06-01, amina, true",
        "2026-06-01, ben, false",
    })
    void theHolderCouldPostFromTheDayItWasOpenedAndNobodyElse(LocalDate day, String officerId, boolean could) {
        AccountRecord account = AccountRecord.of(List.of(ACCOUNT_REQUESTED)).orElseThrow();

        assertThat(account.couldPostOn(day, officerId)).isEqualTo(could);
    }

    @Test
    void whatWasPostedIsAnsweredForAlsoOnceTheAccountIsClosed() {
        AccountRecord account = AccountRecord.of(List.of(ACCOUNT_REQUESTED, new AccountClosed("harbour-x", "Merged")))
                .orElseThrow();

        assertThat(account.couldPostOn(day("2026-03-01"), "amina")).isTrue();
        assertThat(account.policyId()).isEqualTo("social-media");
    }

    @Test
    void whatNeverWasRequestedIsNoAccount() {
        assertThat(AccountRecord.of(List.of())).isEmpty();
        assertThat(AccountRecord.of(List.of(new AccountRefused("harbour-x", "r"))))
                .isEmpty();
    }
}
