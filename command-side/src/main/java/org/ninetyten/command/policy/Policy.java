package org.ninetyten.command.policy;

import java.time.Clock;
import java.time.LocalDate;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Answer;
import org.ninetyten.command.aggregate.EventSourced;
import org.ninetyten.command.policy.PolicyCommand.DraftPolicy;
import org.ninetyten.command.policy.PolicyCommand.PublishPolicyVersion;
import org.ninetyten.command.policy.PolicyCommand.RevisePolicy;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.policy.PolicyContent;
import org.ninetyten.events.policy.PolicyEvent;
import org.ninetyten.events.policy.PolicyEvent.PolicyDrafted;
import org.ninetyten.events.policy.PolicyEvent.PolicyRevised;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;

/** A living policy: a draft that is revised, and versions that never change once published. */
@Aggregate(type = "Policy")
class Policy extends EventSourced<PolicyEvent> {

    private static final Runnable NO_FURTHER_RULES = () -> {};

    private @Nullable PolicyContent draft;
    private boolean changedSincePublication;
    private int versions;
    private @Nullable LocalDate latestEffectiveFrom;

    Policy() {
        super(PolicyEvent.class);
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Answer handle(DraftPolicy command) {
        PolicyCommand.Draft given = command.draft();
        PolicyContentRules.check(given.content());
        return recordOnce(new PolicyDrafted(command.policyId(), given.title(), given.content()), NO_FURTHER_RULES);
    }

    @CommandHandler
    Answer handle(RevisePolicy command) {
        PolicyCommand.Revision given = command.revision();
        PolicyContentRules.check(given.content());
        return recordChange(new PolicyRevised(command.policyId(), given.content(), given.reason()), NO_FURTHER_RULES);
    }

    @CommandHandler
    Answer handle(PublishPolicyVersion command, Clock clock) {
        PolicyCommand.Publication given = command.publication();
        LocalDate effectiveFrom = effectiveFrom(given, clock);
        if (given.reviewBy().isBefore(effectiveFrom)) {
            throw Refusal.invalid(
                    "invalid",
                    "A version cannot be due for review before it is in force.",
                    Violation.at("/reviewBy", "must not be before effectiveFrom"));
        }
        if (draft == null) {
            throw new IllegalStateException("A policy starts with a draft");
        }
        int number = changedSincePublication ? versions + 1 : versions;
        PolicyVersionPublished event = new PolicyVersionPublished(
                command.policyId(),
                number,
                given.significance(),
                draft,
                given.summaryOfChange(),
                effectiveFrom,
                given.reviewBy());
        // A version has no id of the client's choice: the same said again of the same draft is a retry.
        if (event.equals(latest(nameOf(event)))) {
            return answerOf(nameOf(event)).of(String.valueOf(number));
        }
        return record(event, () -> {
                    refuseUnchanged();
                    refuseBackdating(effectiveFrom);
                })
                .of(String.valueOf(number));
    }

    /** Left out, it is today; a retry after midnight that leaves it out still means the day it was first taken for. */
    private LocalDate effectiveFrom(PolicyCommand.Publication given, Clock clock) {
        LocalDate stated = given.effectiveFrom();
        if (stated != null) {
            return stated;
        }
        return changedSincePublication || latestEffectiveFrom == null ? LondonTime.today(clock) : latestEffectiveFrom;
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
                changedSincePublication = false;
            }
        }
    }

    @Override
    protected String nameOf(PolicyEvent event) {
        return switch (event) {
            case PolicyDrafted drafted -> "draft";
            case PolicyRevised revised -> "revision";
            case PolicyVersionPublished published -> "version:" + published.version();
        };
    }
}
