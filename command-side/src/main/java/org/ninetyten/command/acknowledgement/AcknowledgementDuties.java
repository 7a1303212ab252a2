package org.ninetyten.command.acknowledgement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.ninetyten.command.policy.PolicyRecord;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.Subject;
import org.ninetyten.events.account.AccountEvent.AccountClosed;
import org.ninetyten.events.account.AccountEvent.AccountRefused;
import org.ninetyten.events.account.AccountEvent.AccountRequested;
import org.ninetyten.events.policy.PolicyEvent;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.stored.Provenance;
import org.ninetyten.events.stored.RecordedEvent;

/**
 * Works out who must acknowledge which version: everyone with an open account under a policy when a major version is
 * published, and whoever joins one. Here they are only written down, in the transaction of the automation's own token;
 * {@link RequirementWorker} tells them.
 */
class AcknowledgementDuties {

    static final String PROCESSOR = "acknowledgement-duties";

    private final ToRequire toRequire;
    private final EventStore store;

    AcknowledgementDuties(ToRequire toRequire, EventStore store) {
        this.toRequire = toRequire;
        this.store = store;
    }

    @EventHandler
    void on(AccountRequested event, EventMessage<?> message) {
        toRequire.join(event.accountId(), event.holderId(), event.policyId());
        RecordedEvent joining = RecordedEvent.of(message);
        LocalDate joined = LondonTime.dayOf(joining.recordedAt());
        policyBefore(joining, event.policyId())
                .map(policy -> policy.toAcknowledgeFrom(joined))
                .orElse(List.of())
                .forEach(version -> toRequire.of(event.holderId(), version, dueBy(version, joined), causedBy(message)));
    }

    @EventHandler
    void on(AccountRefused event) {
        toRequire.leave(event.accountId());
    }

    @EventHandler
    void on(AccountClosed event) {
        toRequire.leave(event.accountId());
    }

    @EventHandler
    void on(PolicyVersionPublished event, EventMessage<?> message, @Timestamp Instant recordedAt) {
        if (PolicyRecord.mustBeAcknowledged(event)) {
            toRequire.ofEveryone(event, dueBy(event, LondonTime.dayOf(recordedAt)), causedBy(message));
        }
    }

    /** As it stood then: what was published or withdrawn later comes to everyone's turn when it is read itself. */
    private Optional<PolicyRecord> policyBefore(RecordedEvent joining, String policyId) {
        return PolicyRecord.of(store.readEvents(Subject.POLICY.stream(policyId))
                .asStream()
                .map(RecordedEvent::of)
                .filter(recorded -> recorded.position() < joining.position())
                .map(recorded -> (PolicyEvent) recorded.event())
                .toList());
    }

    /** So many days after it is asked for, or after it comes into force where that is later. */
    private static LocalDate dueBy(PolicyVersionPublished version, LocalDate askedOn) {
        LocalDate from = version.effectiveFrom().isAfter(askedOn) ? version.effectiveFrom() : askedOn;
        return from.plusDays(version.content().obligations().acknowledgeWithinDays());
    }

    private static Provenance causedBy(EventMessage<?> message) {
        return Provenance.system(Provenance.of(message.getMetaData()).correlationId(), message.getIdentifier());
    }
}
