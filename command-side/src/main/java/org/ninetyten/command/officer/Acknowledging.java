package org.ninetyten.command.officer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.command.policy.PolicyRecord;
import org.ninetyten.command.reminder.Reminders;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.officer.OfficerEvent.AcknowledgementRequired;
import org.ninetyten.events.officer.OfficerEvent.PolicyAcknowledged;

/** What an officer must acknowledge, and has acknowledged. */
final class Acknowledging {

    /** The newest version acknowledged, by policy. */
    private final Map<String, Integer> versions = new HashMap<>();

    private final List<AcknowledgementRequired> requirements = new ArrayList<>();

    void add(PolicyAcknowledged acknowledged) {
        versions.merge(acknowledged.policyId(), acknowledged.version(), Math::max);
    }

    void add(AcknowledgementRequired required) {
        requirements.add(required);
    }

    /** That version or a later one. */
    boolean has(String policyId, int version) {
        return versions.getOrDefault(policyId, 0) >= version;
    }

    void callOffWhatIsMetBy(PolicyAcknowledged acknowledged, Reminders reminders) {
        requirementsMetBy(acknowledged)
                .forEach(met -> reminders.callOff(OfficerReminders.ACKNOWLEDGEMENT, met.officerId(), keyOf(met)));
    }

    static void remindOf(AcknowledgementRequired required, Reminders reminders) {
        reminders.set(
                LondonTime.endOf(required.dueBy()),
                OfficerReminders.ACKNOWLEDGEMENT,
                required.officerId(),
                keyOf(required));
    }

    /** The requirements that nobody had met before and this acknowledgement meets: those of its version or older. */
    private List<AcknowledgementRequired> requirementsMetBy(PolicyAcknowledged acknowledged) {
        return requirements.stream()
                .filter(required -> required.policyId().equals(acknowledged.policyId()))
                .filter(required ->
                        !has(required.policyId(), required.version()) && required.version() <= acknowledged.version())
                .toList();
    }

    /** Withdrawn by the day that it was due: from then on nobody needed to acknowledge it. */
    static boolean isOfAWithdrawnPolicy(AcknowledgementRequired required, Streams streams) {
        return PolicyRecord.of(required.policyId(), streams)
                .filter(policy -> policy.isWithdrawnOn(required.dueBy()))
                .isPresent();
    }

    /** Nobody can have read what was neither published nor in force. */
    static void refuseBeforeThereWasSuchAVersion(PolicyAcknowledged acknowledged, Streams streams) {
        LocalDate existedFrom = PolicyRecord.of(acknowledged.policyId(), streams)
                .map(policy -> policy.existedFrom().get(acknowledged.version()))
                .orElseThrow(() -> Refusal.rule(
                        "no-such-policy-version",
                        "Policy '%s' has no published version %d to acknowledge."
                                .formatted(acknowledged.policyId(), acknowledged.version())));
        if (acknowledged.acknowledgedOn().isBefore(existedFrom)) {
            throw Refusal.invalid(
                    "acknowledged-before-version",
                    "Version %d of the policy '%s' was there from %s on; nobody can have acknowledged it before."
                            .formatted(acknowledged.version(), acknowledged.policyId(), existedFrom),
                    Violation.at("/acknowledgedOn", "must not be before " + existedFrom));
        }
    }

    private static String keyOf(AcknowledgementRequired required) {
        return required.policyId() + ":" + required.version();
    }
}
