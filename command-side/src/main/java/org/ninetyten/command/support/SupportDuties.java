package org.ninetyten.command.support;

import java.time.Instant;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.account.AccountEvent.AccountAuthorised;
import org.ninetyten.events.account.AccountEvent.AccountClosed;
import org.ninetyten.events.account.AccountEvent.AccountRequested;
import org.ninetyten.events.account.AccountEvent.AccountTransferred;
import org.ninetyten.events.account.AccountEvent.OperatorAdded;
import org.ninetyten.events.account.AccountEvent.OperatorRemoved;
import org.ninetyten.events.officer.OfficerEvent.CheckInRecorded;
import org.ninetyten.events.officer.OfficerEvent.OfficerLeft;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.policy.PolicyEvent.PolicyWithdrawn;
import org.ninetyten.events.stored.Provenance;

/**
 * Marks whoever has to be looked at because of what happened: where something of theirs may be due earlier than it was
 * before, or is to be done at once. What only makes it later is found out when its old day is over.
 */
class SupportDuties {

    private final OfficersToLookAt officers;

    SupportDuties(OfficersToLookAt officers) {
        this.officers = officers;
    }

    /** Its holder may have left at the same time as it was requested. */
    @EventHandler
    void on(AccountRequested event, EventMessage<?> message) {
        officers.atOnce(event.holderId(), causedBy(message));
    }

    @EventHandler
    void on(AccountAuthorised event, EventMessage<?> message) {
        officers.atOnce(event.holderId(), causedBy(message));
    }

    @EventHandler
    void on(OperatorAdded event, EventMessage<?> message) {
        officers.atOnce(event.officerId(), causedBy(message));
    }

    @EventHandler
    void on(OperatorRemoved event, EventMessage<?> message) {
        officers.atOnce(event.officerId(), causedBy(message));
    }

    @EventHandler
    void on(AccountTransferred event, EventMessage<?> message) {
        officers.atOnce(event.fromHolderId(), causedBy(message));
        officers.atOnce(event.holderId(), causedBy(message));
    }

    /** A training may have counted for longer under its policy than under another that they are left with. */
    @EventHandler
    void on(AccountClosed event) {
        officers.ofAccountAtOnce(event.accountId());
    }

    /** One that says itself until when it counts has nothing to be noted before; else it is for their policies to say. */
    @EventHandler
    void on(TrainingRecorded event, EventMessage<?> message) {
        if (event.validUntil() == null) {
            officers.atOnceIfTheyHaveAccounts(event.officerId(), causedBy(message));
        } else {
            officers.after(event.validUntil(), event.officerId(), causedBy(message));
        }
    }

    @EventHandler
    void on(CheckInRecorded event, EventMessage<?> message) {
        officers.atOnce(event.officerId(), causedBy(message));
    }

    @EventHandler
    void on(OfficerLeft event, EventMessage<?> message) {
        officers.atOnce(event.officerId(), causedBy(message));
    }

    /** A version that shortens a time asks for nothing before its own first day. */
    @EventHandler
    void on(PolicyVersionPublished event) {
        officers.ofPolicyFrom(
                event.policyId(),
                event.effectiveFrom().atStartOfDay(LondonTime.ZONE).toInstant());
    }

    @EventHandler
    void on(PolicyWithdrawn event) {
        officers.ofPolicyFrom(event.policyId(), Instant.EPOCH);
    }

    private static Provenance causedBy(EventMessage<?> message) {
        return Provenance.system(Provenance.of(message.getMetaData()).correlationId(), message.getIdentifier());
    }
}
