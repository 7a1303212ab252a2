package org.ninetyten.command.transgression;

import static org.ninetyten.command.story.Story.AMINA;
import static org.ninetyten.command.story.Story.BEN;
import static org.ninetyten.command.transgression.OneCase.ANSWERED;
import static org.ninetyten.command.transgression.OneCase.NOTIFIED;
import static org.ninetyten.command.transgression.OneCase.REPORTED;

import org.junit.jupiter.api.Test;
import org.ninetyten.command.story.Refused;

class NoticeAndAnswerTest extends BenchOfCases {

    @Test
    void theOfficerIsToldAndHasTimeToAnswer() {
        bench().given(REPORTED, COACHING).when(OneCase.tell("personal-data")).expectEvents(NOTIFIED);
    }

    @Test
    void aNoticeNamesClausesThatTheAssessmentNames() {
        bench().given(REPORTED, COACHING)
                .when(OneCase.tell("confidentiality"))
                .expectNoEvents()
                .expectException(Refused.byRule("clause-not-broken"));
        bench().given(REPORTED, COACHING)
                .when(OneCase.tell("politics"))
                .expectNoEvents()
                .expectException(Refused.byRule("no-such-clause"));
    }

    @Test
    void aNoticeNamesAClauseOnce() {
        bench().given(REPORTED, COACHING)
                .when(OneCase.tell("personal-data", "personal-data"))
                .expectNoEvents()
                .expectException(Refused.asInvalid("invalid", "/clauseIds/1"));
    }

    @Test
    void onlyTheOfficerMayAnswer() {
        bench().given(REPORTED, COACHING, NOTIFIED).when(OneCase.answer(AMINA)).expectEvents(ANSWERED);
        bench().given(REPORTED, COACHING, NOTIFIED)
                .when(OneCase.answer(BEN))
                .expectNoEvents()
                .expectException(Refused.asForbidden());
    }
}
