package org.ninetyten.query.policies;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.events.policy.PolicyContent;
import org.ninetyten.events.policy.Significance;
import org.ninetyten.query.projection.Lists;

/**
 * A policy as it stands now.
 *
 * @param version how many events it has; the {@code ETag}. Not to be confused with the numbers of its versions
 * @param versions in the order of their numbers, without their contents
 * @param reviews each time a version was looked at again and left unchanged, or that was not done in time
 * @param reviewBy the day by which the latest version is due for review; absent before there is one
 * @param withdrawn absent while it is not
 * @param currentVersion the number of the version in force today; absent when none is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PolicyView(
        String id,
        long version,
        String title,
        State state,
        Draft draft,
        List<Version> versions,
        List<Review> reviews,
        @Nullable LocalDate reviewBy,
        @Nullable Withdrawal withdrawn,
        @Nullable Integer currentVersion) {

    /** PUBLISHED from the first publication on, also while there is a draft of the next version. */
    public enum State {
        DRAFT,
        PUBLISHED,
        WITHDRAWN
    }

    /**
     * What the next version will say.
     *
     * @param content left out in lists
     * @param reason why it was last revised; absent before the first revision
     * @param revisions how many there have been
     * @param changedSincePublication whether it says what no version says yet
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Draft(
            @Nullable PolicyContent content, @Nullable String reason, int revisions, boolean changedSincePublication) {

        Draft revised(String why) {
            return new Draft(null, why, revisions + 1, true);
        }

        Draft published() {
            return new Draft(null, reason, revisions, false);
        }

        Draft saying(PolicyContent whole) {
            return new Draft(whole, reason, revisions, changedSincePublication);
        }
    }

    /**
     * A published version, without its content.
     *
     * @param version its number, counted from 1
     * @param effectiveFrom the first day it is in force
     * @param reviewBy the day by which someone must have looked at it again
     */
    public record Version(
            int version,
            Significance significance,
            String summaryOfChange,
            LocalDate effectiveFrom,
            LocalDate reviewBy,
            Instant publishedAt,
            String publishedBy) {}

    /**
     * What became of a review that was due.
     *
     * @param version the version that was looked at
     * @param reviewedOn absent where it was missed
     * @param dueBy the day that passed, where it was missed; else the day by which the next is due
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Review(
            int version,
            boolean missed,
            @Nullable LocalDate reviewedOn,
            LocalDate dueBy,
            @Nullable String note,
            Instant recordedAt) {}

    /** @param withdrawnOn the first day on which no version is in force */
    public record Withdrawal(LocalDate withdrawnOn, String reason, String withdrawnBy) {}

    static PolicyView drafted(String id, long version, String title) {
        return new PolicyView(
                id,
                version,
                title,
                State.DRAFT,
                new Draft(null, null, 0, true),
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    PolicyView at(long newVersion) {
        return new PolicyView(
                id, newVersion, title, state, draft, versions, reviews, reviewBy, withdrawn, currentVersion);
    }

    PolicyView revised(String reason) {
        return with(draft.revised(reason));
    }

    PolicyView published(Version added) {
        return new PolicyView(
                id,
                version,
                title,
                State.PUBLISHED,
                draft.published(),
                Lists.with(versions, added),
                reviews,
                added.reviewBy(),
                withdrawn,
                currentVersion);
    }

    PolicyView reviewed(Review added) {
        return new PolicyView(
                id,
                version,
                title,
                state,
                draft,
                versions,
                Lists.with(reviews, added),
                added.dueBy(),
                withdrawn,
                currentVersion);
    }

    PolicyView withdrawn(Withdrawal withdrawal) {
        return new PolicyView(
                id, version, title, State.WITHDRAWN, draft, versions, reviews, null, withdrawal, currentVersion);
    }

    PolicyView drafting(PolicyContent content) {
        return with(draft.saying(content));
    }

    private PolicyView with(Draft newDraft) {
        return new PolicyView(
                id, version, title, state, newDraft, versions, reviews, reviewBy, withdrawn, currentVersion);
    }

    /** With {@code currentVersion} as it is on that day. */
    PolicyView on(LocalDate day) {
        Integer inForce = inForceOn(day).map(Version::version).orElse(null);
        return new PolicyView(id, version, title, state, draft, versions, reviews, reviewBy, withdrawn, inForce);
    }

    /** The version in force on that day: of those in effect by then, the latest; none once the policy is withdrawn. */
    Optional<Version> inForceOn(LocalDate day) {
        if (withdrawn != null && !withdrawn.withdrawnOn().isAfter(day)) {
            return Optional.empty();
        }
        return versions.stream()
                .filter(published -> !published.effectiveFrom().isAfter(day))
                .max(Comparator.comparingInt(Version::version));
    }

    /** @throws Refusal 404, when there is no such version */
    public Version numbered(int number) {
        return versions.stream()
                .filter(published -> published.version() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("The policy '%s' has no version %d.".formatted(id, number)));
    }
}
