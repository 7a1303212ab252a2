package org.ninetyten.command.account;

import static org.ninetyten.command.story.Bench.TODAY;
import static org.ninetyten.command.story.Story.day;

import java.time.LocalDate;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.ninetyten.command.story.Bench;
import org.ninetyten.command.story.KnownStreams;
import org.ninetyten.events.account.AccountEvent.AccountAuthorised;
import org.ninetyten.events.account.AccountEvent.AccountClosed;
import org.ninetyten.events.account.AccountEvent.AccountRefused;
import org.ninetyten.events.account.AccountEvent.AccountReinstated;
import org.ninetyten.events.account.AccountEvent.AccountSuspended;
import org.ninetyten.events.account.AccountEvent.OperatorAdded;
import org.ninetyten.events.account.AccountEvent.OperatorRemoved;
import org.ninetyten.events.officer.OfficerEvent;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;
import org.ninetyten.events.officer.OfficerEvent.PolicyAcknowledged;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;

/** An account and what it is told, for tests of it. */
abstract class OneAccount {

    static final LocalDate TOMORROW = TODAY.plusDays(1);

    static final AccountAuthorised AUTHORISED = new AccountAuthorised(
            "harbour-x", "amina", day("2026-10-01"), "social-media", 1, 1, "t-1", day("2028-01-01"));
    static final AccountRefused REFUSED = new AccountRefused("harbour-x", "No purpose");
    static final AccountSuspended SUSPENDED = new AccountSuspended("harbour-x", "Password shared", null, null);
    static final AccountReinstated REINSTATED = new AccountReinstated("harbour-x", "Password changed", null);
    static final OperatorAdded BEN_ADDED = added("ben", day("2026-03-01"));
    static final OperatorRemoved BEN_REMOVED = new OperatorRemoved("harbour-x", "ben", day("2026-06-30"));
    static final AccountClosed CLOSED = new AccountClosed("harbour-x", "Unit merged");

    final KnownStreams known = new KnownStreams();
    final KnownHandles handles = new KnownHandles();

    FixtureConfiguration<Account> account() {
        return accountOn(TODAY);
    }

    FixtureConfiguration<Account> accountOn(LocalDate day) {
        return Bench.on(day, Account.class, known, handles);
    }

    /** Trained, and has acknowledged the policy's first version. */
    static OfficerEvent[] ready(String officerId) {
        return new OfficerEvent[] {
            new OfficerRegistered(officerId, "Someone", "1", "harbour", false),
            new TrainingRecorded(officerId, "t-1", "Posting well", day("2026-01-01"), null),
            new PolicyAcknowledged(officerId, "social-media", 1, day("2026-01-05"), false)
        };
    }

    static OperatorAdded added(String officerId, LocalDate from) {
        return new OperatorAdded("harbour-x", officerId, from, "social-media", 2, 1, "t-1", day("2028-01-01"));
    }

    static AccountCommand.Reason reason(String reason) {
        return new AccountCommand.Reason(reason);
    }
}
