package org.ninetyten.query.duties;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.Subject;
import org.ninetyten.events.policy.Obligations;
import org.ninetyten.query.duties.Due.About;
import org.ninetyten.query.duties.Due.Owner;

/** What is due of one account, one policy and one case. */
final class OtherDuties {

    private OtherDuties() {}

    /** @param policy the account's */
    static List<Due> ofAccount(String id, AccountFacts facts, PolicyFacts policy) {
        Owner owner = new Owner(Subject.ACCOUNT, id);
        About account =
                About.NOTHING.account(id).officer(facts.holderId().orElse(null)).policy(facts.policyId(), null);
        return Stream.concat(holder(owner, facts, account).stream(), review(owner, facts, policy, account).stream())
                .toList();
    }

    private static Optional<Due> holder(Owner owner, AccountFacts facts, About account) {
        return Optional.ofNullable(facts.holderLeftOn())
                .map(leftOn -> Due.by(leftOn, DutyKind.ACCOUNT_HOLDER, owner, "", leftOn, account));
    }

    private static Optional<Due> review(Owner owner, AccountFacts facts, PolicyFacts policy, About account) {
        LocalDate from = facts.reviewFrom();
        if (!facts.inUse() || from == null || policy.asksNothing()) {
            return Optional.empty();
        }
        return policy.timeline()
                .dueAfter(from, OtherDuties::lastDayOfReview)
                .map(due -> Due.by(
                        due.by(),
                        DutyKind.ACCOUNT_REVIEW,
                        owner,
                        "",
                        from,
                        account.policy(facts.policyId(), due.version())));
    }

    private static LocalDate lastDayOfReview(LocalDate latest, Obligations obligations) {
        return latest.plusDays(obligations.reviewAccountEveryDays());
    }

    static List<Due> ofPolicy(String id, PolicyFacts facts) {
        PolicyFacts.Review review = facts.review();
        if (review == null || facts.withdrawnOn() != null) {
            return List.of();
        }
        return List.of(Due.by(
                review.by(),
                DutyKind.POLICY_REVIEW,
                new Owner(Subject.POLICY, id),
                "",
                review.since(),
                About.NOTHING.policy(id, review.version())));
    }

    static List<Due> ofCase(String id, CaseFacts facts) {
        CaseFacts.Clock clock = facts.running();
        @Nullable LocalDate by = clock == null ? null : clock.by();
        if (clock == null || by == null) {
            return List.of();
        }
        About about = About.NOTHING
                .officer(facts.officerId())
                .account(facts.accountId())
                .policy(facts.policyId(), facts.policyVersion())
                .transgression(id);
        return List.of(Due.by(by, clock.kind(), new Owner(Subject.TRANSGRESSION, id), "", clock.since(), about)
                .toldToOfficer(facts.officerTold()));
    }
}
