package org.ninetyten.query.policies;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.policy.PolicyContent;
import org.ninetyten.events.policy.Significance;
import org.ninetyten.query.projection.Lists;

/**
 * A policy as it stands now.
 *
 * @param version how many events it has; the {@code ETag}. Not to be confused with the numbers of its versions
 * @param versions in the order of their numbers, without their contents
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
        @Nullable Integer currentVersion) {

    /** PUBLISHED from the first publication on, also while there is a draft of the next version. */
    public enum State {
        DRAFT,
        PUBLISHED
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

    PolicyView at(long newVersion) {
        return new PolicyView(id, newVersion, title, state, draft, versions, currentVersion);
    }

    PolicyView revised(String reason) {
        return new PolicyView(id, version, title, state, draft.revised(reason), versions, currentVersion);
    }

    PolicyView published(Version added) {
        return new PolicyView(
                id, version, title, State.PUBLISHED, draft.published(), Lists.with(versions, added), currentVersion);
    }

    PolicyView drafting(PolicyContent content) {
        return new PolicyView(id, version, title, state, draft.saying(content), versions, currentVersion);
    }

    /** With {@code currentVersion} as it is on that day. */
    PolicyView on(LocalDate day) {
        return new PolicyView(
                id,
                version,
                title,
                state,
                draft,
                versions,
                inForceOn(day).map(Version::version).orElse(null));
    }

    /** The version in force on that day: of those in effect by then, the latest. */
    Optional<Version> inForceOn(LocalDate day) {
        return versions.stream()
                .filter(published -> !published.effectiveFrom().isAfter(day))
                .max(Comparator.comparingInt(Version::version));
    }

    Optional<Version> numbered(int number) {
        return versions.stream()
                .filter(published -> published.version() == number)
                .findFirst();
    }
}
