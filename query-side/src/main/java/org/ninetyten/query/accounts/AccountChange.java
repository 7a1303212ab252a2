package org.ninetyten.query.accounts;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.query.accounts.AccountView.Authorised;
import org.ninetyten.query.accounts.AccountView.Because;
import org.ninetyten.query.accounts.AccountView.Commendation;
import org.ninetyten.query.accounts.AccountView.Holder;
import org.ninetyten.query.accounts.AccountView.Operator;
import org.ninetyten.query.accounts.AccountView.Review;
import org.ninetyten.query.accounts.AccountView.Sample;
import org.ninetyten.query.accounts.AccountView.State;
import org.ninetyten.query.accounts.AccountView.Suspended;
import org.ninetyten.query.projection.Lists;

/** A view with one event's changes: the only place where one is copied field by field. */
final class AccountChange {

    private final AccountView before;
    private String purpose;
    private String audience;
    private @Nullable String holderId;
    private State state;
    private @Nullable Authorised authorised;
    private @Nullable Suspended suspended;
    private @Nullable Because reinstated;
    private @Nullable Because refused;
    private @Nullable Because closed;
    private List<Operator> operators;
    private List<Holder> holders;
    private @Nullable LocalDate withoutHolderSince;
    private @Nullable LocalDate lastReviewedOn;
    private List<Review> reviews;
    private List<Commendation> commendations;
    private List<Sample> samples;

    private AccountChange(AccountView before) {
        this.before = before;
        purpose = before.purpose();
        audience = before.audience();
        holderId = before.holderId();
        state = before.state();
        authorised = before.authorised();
        suspended = before.suspended();
        reinstated = before.reinstated();
        refused = before.refused();
        closed = before.closed();
        operators = before.operators();
        holders = before.holders();
        withoutHolderSince = before.withoutHolderSince();
        lastReviewedOn = before.lastReviewedOn();
        reviews = before.reviews();
        commendations = before.commendations();
        samples = before.samples();
    }

    static AccountChange of(AccountView before) {
        return new AccountChange(before);
    }

    AccountChange authorised(Authorised on) {
        state = State.AUTHORISED;
        authorised = on;
        suspended = null;
        return this;
    }

    AccountChange refused(Because why) {
        state = State.REFUSED;
        refused = why;
        return this;
    }

    AccountChange suspended(Suspended now) {
        state = State.SUSPENDED;
        suspended = now;
        return this;
    }

    AccountChange reinstated(Because why) {
        state = State.AUTHORISED;
        suspended = null;
        reinstated = why;
        return this;
    }

    /** Ends what everyone had to do with it. */
    AccountChange closed(Because why, LocalDate on) {
        state = State.CLOSED;
        suspended = null;
        closed = why;
        operators = operators.stream().map(operator -> operator.endedOn(on)).toList();
        holders = holders.stream().map(holder -> holder.endedOn(on)).toList();
        return this;
    }

    AccountChange purpose(String newPurpose, String newAudience) {
        purpose = newPurpose;
        audience = newAudience;
        return this;
    }

    AccountChange with(Operator added) {
        operators = Lists.with(operators, added);
        return this;
    }

    AccountChange withoutOperator(String officerId, LocalDate lastDay) {
        operators = operators.stream()
                .map(operator -> operator.officerId().equals(officerId) ? operator.endedOn(lastDay) : operator)
                .toList();
        return this;
    }

    /** Who was an operator of it is one no longer. */
    AccountChange transferred(String officerId, LocalDate on) {
        withoutOperator(officerId, on);
        holders = Lists.with(
                holders.stream().map(holder -> holder.endedOn(on)).toList(), new Holder(officerId, on, null));
        holderId = officerId;
        withoutHolderSince = null;
        return this;
    }

    AccountChange withoutHolder(LocalDate lastDay) {
        holders = holders.stream().map(holder -> holder.endedOn(lastDay)).toList();
        holderId = null;
        withoutHolderSince = lastDay;
        return this;
    }

    AccountChange with(Review review) {
        reviews = Lists.with(reviews, review);
        lastReviewedOn = lastReviewedOn != null && lastReviewedOn.isAfter(review.reviewedOn())
                ? lastReviewedOn
                : review.reviewedOn();
        return this;
    }

    AccountChange with(Commendation added) {
        commendations = Lists.with(commendations, added);
        return this;
    }

    AccountChange with(Sample added) {
        samples = Lists.with(samples, added);
        return this;
    }

    AccountView at(long version) {
        return new AccountView(
                before.id(),
                version,
                before.platform(),
                before.handle(),
                purpose,
                audience,
                holderId,
                before.policyId(),
                before.openedOn(),
                state,
                before.requestedAt(),
                before.requestedBy(),
                authorised,
                suspended,
                reinstated,
                refused,
                closed,
                operators,
                holders,
                withoutHolderSince,
                lastReviewedOn,
                reviews,
                commendations,
                samples);
    }
}
