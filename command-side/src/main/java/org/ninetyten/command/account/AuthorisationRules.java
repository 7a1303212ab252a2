package org.ninetyten.command.account;

import java.time.LocalDate;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.command.officer.OfficerRecord;
import org.ninetyten.command.officer.OfficerRecord.ValidTraining;
import org.ninetyten.command.policy.PolicyRecord;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.events.account.AccountEvent.AccountAuthorised;
import org.ninetyten.events.account.AccountEvent.AccountTransferred;
import org.ninetyten.events.account.AccountEvent.OperatorAdded;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;

/**
 * The rules {@code training-not-valid} and {@code policy-not-acknowledged} (DESIGN 3): who may post has valid training
 * and has acknowledged the current major version of the account's policy.
 */
final class AuthorisationRules {

    private AuthorisationRules() {}

    /**
     * What it rests on that an officer may post.
     *
     * @param on the day
     * @param policyVersion the version in force
     * @param acknowledgedVersion the one they acknowledged
     */
    record Grounds(
            String officerId,
            LocalDate on,
            String policyId,
            int policyVersion,
            int acknowledgedVersion,
            String trainingId,
            LocalDate trainingValidUntil) {

        AccountAuthorised authorised(String accountId) {
            return new AccountAuthorised(
                    accountId,
                    officerId,
                    on,
                    policyId,
                    policyVersion,
                    acknowledgedVersion,
                    trainingId,
                    trainingValidUntil);
        }

        OperatorAdded added(String accountId, LocalDate from) {
            return new OperatorAdded(
                    accountId,
                    officerId,
                    from,
                    policyId,
                    policyVersion,
                    acknowledgedVersion,
                    trainingId,
                    trainingValidUntil);
        }

        AccountTransferred transferred(String accountId, String fromHolderId, String reason) {
            return new AccountTransferred(
                    accountId,
                    fromHolderId,
                    officerId,
                    on,
                    reason,
                    policyId,
                    policyVersion,
                    acknowledgedVersion,
                    trainingId,
                    trainingValidUntil);
        }
    }

    /**
     * What it rests on that the officer may post from today on.
     *
     * @throws Refusal {@code no-such-officer}, {@code officer-left}, {@code no-policy-in-force}, {@code training-not-valid} or {@code policy-not-acknowledged}
     */
    static Grounds groundsOn(LocalDate today, String officerId, String policyId, Streams streams) {
        OfficerRecord officer = stillWithTheForce(officerId, streams);
        PolicyRecord policy = PolicyRecord.of(policyId, streams)
                .orElseThrow(() -> Refusal.rule("no-such-policy", "There is no policy '%s'.".formatted(policyId)));
        if (policy.isWithdrawnOn(today)) {
            throw Refusal.rule(
                    "no-policy-in-force",
                    "The policy '%s' was withdrawn on %s, so nothing can be authorised under it."
                            .formatted(policyId, policy.withdrawnOn()));
        }
        PolicyVersionPublished inForce = policy.inForceOn(today)
                .orElseThrow(() -> Refusal.rule(
                        "no-policy-in-force",
                        "No version of the policy '%s' is in force yet, so nothing can be authorised under it."
                                .formatted(policyId)));
        ValidTraining training = validTraining(officerId, officer, inForce, today);
        int acknowledged = acknowledgedVersion(officerId, officer, policy, policyId, today);
        return new Grounds(
                officerId,
                today,
                policyId,
                inForce.version(),
                acknowledged,
                training.trainingId(),
                training.validUntil());
    }

    /** @throws Refusal {@code no-such-officer} or {@code officer-left} */
    static OfficerRecord stillWithTheForce(String officerId, Streams streams) {
        OfficerRecord officer = OfficerRecord.of(officerId, streams)
                .orElseThrow(() -> Refusal.rule("no-such-officer", "There is no officer '%s'.".formatted(officerId)));
        officer.refuseIfLeft(officerId);
        return officer;
    }

    private static ValidTraining validTraining(
            String officerId, OfficerRecord officer, PolicyVersionPublished inForce, LocalDate today) {
        return officer.validTrainingOn(today, inForce.content().obligations().trainingValidMonths())
                .orElseThrow(() -> Refusal.rule(
                        "training-not-valid",
                        "Officer '%s' has no training that is valid today. Record one, then try again."
                                .formatted(officerId)));
    }

    private static int acknowledgedVersion(
            String officerId, OfficerRecord officer, PolicyRecord policy, String policyId, LocalDate today) {
        int needed = policy.currentMajorOn(today).orElseThrow();
        return officer.acknowledgedBy(today, policyId)
                .filter(acknowledged -> acknowledged >= needed)
                .orElseThrow(() -> Refusal.rule(
                        "policy-not-acknowledged",
                        "Officer '%s' has not acknowledged version %d of the policy '%s', or a later one."
                                .formatted(officerId, needed, policyId)));
    }
}
