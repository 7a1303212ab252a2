package org.ninetyten.command.acknowledgement;

import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Timestamp;
import org.ninetyten.command.policy.PolicyRecord;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.account.AccountEvent.AccountClosed;
import org.ninetyten.events.account.AccountEvent.AccountRefused;
import org.ninetyten.events.account.AccountEvent.AccountRequested;
import org.ninetyten.events.account.AccountEvent.AccountTransferred;
import org.ninetyten.events.account.AccountEvent.HolderLeft;
import org.ninetyten.events.account.AccountEvent.OperatorAdded;
import org.ninetyten.events.account.AccountEvent.OperatorRemoved;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.policy.PolicyEvent.PolicyWithdrawn;
import org.ninetyten.events.stored.Provenance;

/**
 * Works out who must acknowledge which version: everyone with an open account under a policy when a major version is
 * published, and whoever joins one. Here they are only written down, in the transaction of the automation's own token;
 * a {@link org.ninetyten.command.automation.Worker} tells them. Each event is judged by what was taken in before it, whatever its position: so
 * of someone who joins and a version that is published at once, whichever is taken in last finds the other.
 */
class AcknowledgementDuties {

    private final KnownVersions versions;
    private final AccountPeople people;
    private final ToRequire toRequire;

    AcknowledgementDuties(KnownVersions versions, AccountPeople people, ToRequire toRequire) {
        this.versions = versions;
        this.people = people;
        this.toRequire = toRequire;
    }

    @EventHandler
    void on(AccountRequested event, EventMessage<?> message, @Timestamp Instant recordedAt) {
        Provenance cause = causedBy(message);
        people.join(event.accountId(), event.holderId(), event.policyId(), null);
        requireOf(event.holderId(), event.policyId(), LondonTime.dayOf(recordedAt), cause);
    }

    @EventHandler
    void on(OperatorAdded event, EventMessage<?> message, @Timestamp Instant recordedAt) {
        Provenance cause = causedBy(message);
        LocalDate joined = LondonTime.dayOf(recordedAt);
        people.join(event.accountId(), event.officerId(), event.policyId(), joined);
        requireOf(event.officerId(), event.policyId(), joined, cause);
    }

    @EventHandler
    void on(OperatorRemoved event) {
        people.leave(event.accountId(), event.officerId(), event.removedOn());
        toRequire.dropThoseWhoLeft(event.accountId());
    }

    @EventHandler
    void on(AccountTransferred event, EventMessage<?> message) {
        Provenance cause = causedBy(message);
        people.leave(event.accountId(), event.fromHolderId(), event.transferredOn());
        // As an operator: from now on they are its holder.
        people.leave(event.accountId(), event.holderId(), event.transferredOn());
        people.join(event.accountId(), event.holderId(), event.policyId(), event.transferredOn());
        requireOf(event.holderId(), event.policyId(), event.transferredOn(), cause);
        toRequire.dropThoseWhoLeft(event.accountId());
    }

    @EventHandler
    void on(HolderLeft event) {
        people.leave(event.accountId(), event.holderId(), event.leftOn());
        toRequire.dropThoseWhoLeft(event.accountId());
    }

    @EventHandler
    void on(AccountRefused event, @Timestamp Instant recordedAt) {
        leave(event.accountId(), recordedAt);
    }

    @EventHandler
    void on(AccountClosed event, @Timestamp Instant recordedAt) {
        leave(event.accountId(), recordedAt);
    }

    @EventHandler
    void on(PolicyVersionPublished event, EventMessage<?> message, @Timestamp Instant recordedAt) {
        Provenance cause = causedBy(message);
        if (PolicyRecord.mustBeAcknowledged(event)) {
            VersionToAcknowledge version = VersionToAcknowledge.of(event);
            versions.published(version);
            toRequire.ofEveryone(version, version.dueBy(LondonTime.dayOf(recordedAt)), cause);
        }
    }

    @EventHandler
    void on(PolicyWithdrawn event) {
        versions.withdrawn(event.policyId(), event.withdrawnOn());
        toRequire.dropEveryone(event.policyId());
    }

    private void requireOf(String officerId, String policyId, LocalDate joined, Provenance cause) {
        versions.toAcknowledgeFrom(joined, policyId)
                .forEach(version -> toRequire.of(officerId, version, version.dueBy(joined), cause));
    }

    private void leave(String accountId, Instant recordedAt) {
        people.leaveAll(accountId, LondonTime.dayOf(recordedAt));
        toRequire.dropThoseWhoLeft(accountId);
    }

    /** Asked for before anything is written: an event that nobody can read must leave nothing half done. */
    private static Provenance causedBy(EventMessage<?> message) {
        return Provenance.system(Provenance.of(message.getMetaData()).correlationId(), message.getIdentifier());
    }
}
