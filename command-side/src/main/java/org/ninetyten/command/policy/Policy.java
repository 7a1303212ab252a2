package org.ninetyten.command.policy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.aggregate.Days;
import org.ninetyten.command.aggregate.EventSourced;
import org.ninetyten.command.aggregate.NotAllowed;
import org.ninetyten.command.policy.PolicyCommand.DraftPolicy;
import org.ninetyten.command.policy.PolicyCommand.NotePolicyReviewMissed;
import org.ninetyten.command.policy.PolicyCommand.PublishPolicyVersion;
import org.ninetyten.command.policy.PolicyCommand.ReviewPolicyUnchanged;
import org.ninetyten.command.policy.PolicyCommand.RevisePolicy;
import org.ninetyten.command.policy.PolicyCommand.WithdrawPolicy;
import org.ninetyten.command.reminder.Reminders;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.policy.PolicyContent;
import org.ninetyten.events.policy.PolicyEvent;
import org.ninetyten.events.policy.PolicyEvent.PolicyDrafted;
import org.ninetyten.events.policy.PolicyEvent.PolicyReviewMissed;
import org.ninetyten.events.policy.PolicyEvent.PolicyReviewedUnchanged;
import org.ninetyten.events.policy.PolicyEvent.PolicyRevised;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.policy.PolicyEvent.PolicyWithdrawn;

/** A living policy: a draft that is revised, and versions that never change once published. */
@Aggregate(type = "Policy")
class Policy extends EventSourced<PolicyEvent> {

    private static final String WITHDRAWAL = "withdrawal";

    private PolicyState state = PolicyState.DRAFT;
    private @Nullable PolicyContent draft;
    private boolean changedSincePublication;
    private int versions;
    private @Nullable LocalDate latestEffectiveFrom;

    /** The day by which the latest version is due for review. */
    private @Nullable LocalDate reviewBy;

    Policy() {
        super(PolicyEvent.class);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(DraftPolicy command) {
        PolicyCommand.Draft given = command.draft();
        PolicyContentRules.check(given.content());
        return recordOnce(new PolicyDrafted(command.policyId(), given.title(), given.content()));
    }

    @CommandHandler
    Answer handle(RevisePolicy command) {
        PolicyCommand.Revision given = command.revision();
        PolicyContentRules.check(given.content());
        return recordChange(
                new PolicyRevised(command.policyId(), given.content(), given.reason()),
                () -> require(command, "revisions"));
    }

    @CommandHandler
    Answer handle(PublishPolicyVersion command, Clock clock, Reminders reminders, ReviewGrace grace) {
        PolicyCommand.Publication given = command.publication();
        LocalDate effectiveFrom = given.effectiveFrom() == null ? LondonTime.today(clock) : given.effectiveFrom();
        if (given.reviewBy().isBefore(effectiveFrom)) {
            throw Refusal.invalid(
                    "invalid",
                    "A version cannot be due for review before it is in force.",
                    Violation.at("/reviewBy", "must not be before effectiveFrom"));
        }
        if (draft == null) {
            throw new IllegalStateException("A policy starts with a draft");
        }
        int number = versions + 1;
        PolicyVersionPublished event = new PolicyVersionPublished(
                command.policyId(),
                number,
                given.significance(),
                draft,
                given.summaryOfChange(),
                effectiveFrom,
                given.reviewBy());
        return record(event, () -> {
                    require(command, "versions");
                    refuseUnchanged();
                    refuseBackdating(effectiveFrom);
                    remindOfReview(
                            reminders,
                            command.policyId(),
                            number,
                            given.reviewBy(),
                            grace.missedFrom(given.reviewBy(), clock));
                })
                .of(String.valueOf(number));
    }

    @CommandHandler
    Answer handle(ReviewPolicyUnchanged command, Clock clock, Reminders reminders, ReviewGrace grace) {
        PolicyCommand.Review given = command.review();
        Days.refuseFuture("/reviewedOn", given.reviewedOn(), clock);
        if (!given.nextReviewBy().isAfter(given.reviewedOn())) {
            throw Refusal.invalid(
                    "invalid",
                    "The next review must lie after this one.",
                    Violation.at("/nextReviewBy", "must be after reviewedOn"));
        }
        PolicyReviewedUnchanged event = new PolicyReviewedUnchanged(
                command.policyId(), versions, given.reviewedOn(), given.nextReviewBy(), given.note());
        return recordChange(event, () -> {
            require(command, "reviews");
            remindOfReview(
                    reminders,
                    command.policyId(),
                    versions,
                    given.nextReviewBy(),
                    grace.missedFrom(given.nextReviewBy(), clock));
        });
    }

    @CommandHandler
    Answer handle(NotePolicyReviewMissed command, Clock clock) {
        boolean stillDue = state == PolicyState.PUBLISHED
                && command.version() == versions
                && command.reviewBy().equals(reviewBy);
        if (!stillDue) {
            return new Answer(command.policyId(), version());
        }
        Days.requireOver(command.reviewBy(), clock);
        return recordOnce(new PolicyReviewMissed(command.policyId(), command.version(), command.reviewBy()));
    }

    @CommandHandler
    Answer handle(WithdrawPolicy command, Clock clock, Reminders reminders) {
        String reason = command.withdrawal().reason();
        // Withdrawn once: a retry after midnight still means the day on which it was.
        LocalDate withdrawnOn =
                latest(WITHDRAWAL) instanceof PolicyWithdrawn earlier ? earlier.withdrawnOn() : LondonTime.today(clock);
        return recordChange(new PolicyWithdrawn(command.policyId(), withdrawnOn, reason), () -> {
            require(command, "withdrawal");
            callOffReview(reminders, command.policyId());
        });
    }

    private void require(PolicyCommand command, String wanted) {
        if (!state.allows(wanted)) {
            throw NotAllowed.inState("policy '%s'".formatted(command.policyId()), state, state.allowed());
        }
    }

    private void remindOfReview(Reminders reminders, String policyId, int version, LocalDate by, Instant missedFrom) {
        callOffReview(reminders, policyId);
        reminders.set(missedFrom, PolicyReminders.REVIEW, policyId, PolicyReminders.key(version, by));
    }

    private void callOffReview(Reminders reminders, String policyId) {
        if (reviewBy != null) {
            reminders.callOff(PolicyReminders.REVIEW, policyId, PolicyReminders.key(versions, reviewBy));
        }
    }

    private void refuseUnchanged() {
        if (!changedSincePublication) {
            throw Refusal.rule(
                    "nothing-to-publish",
                    "The draft is as it was when version %d was published. Revise it first, or record that it was reviewed unchanged."
                            .formatted(versions));
        }
    }

    private void refuseBackdating(LocalDate effectiveFrom) {
        if (latestEffectiveFrom != null && effectiveFrom.isBefore(latestEffectiveFrom)) {
            throw Refusal.rule(
                    "effective-from-before-previous",
                    "Version %d is in force from %s; a later version cannot be in force before that."
                            .formatted(versions, latestEffectiveFrom));
        }
    }

    @Override
    protected void evolve(PolicyEvent event) {
        switch (event) {
            case PolicyDrafted drafted -> {
                draft = drafted.content();
                changedSincePublication = true;
            }
            case PolicyRevised revised -> {
                draft = revised.content();
                changedSincePublication = true;
            }
            case PolicyVersionPublished published -> {
                versions = published.version();
                latestEffectiveFrom = published.effectiveFrom();
                reviewBy = published.reviewBy();
                changedSincePublication = false;
                state = PolicyState.PUBLISHED;
            }
            case PolicyReviewedUnchanged reviewed -> reviewBy = reviewed.nextReviewBy();
            case PolicyReviewMissed missed -> {}
            case PolicyWithdrawn withdrawn -> state = PolicyState.WITHDRAWN;
        }
    }

    @Override
    protected String nameOf(PolicyEvent event) {
        return switch (event) {
            case PolicyDrafted drafted -> "draft";
            case PolicyRevised revised -> "revision";
            case PolicyVersionPublished published -> "version:" + published.version();
            case PolicyReviewedUnchanged reviewed -> "review";
            case PolicyReviewMissed missed -> "missed:" + PolicyReminders.key(missed.version(), missed.reviewBy());
            case PolicyWithdrawn withdrawn -> WITHDRAWAL;
        };
    }
}
