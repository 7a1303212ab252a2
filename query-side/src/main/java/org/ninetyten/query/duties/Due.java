package org.ninetyten.query.duties;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.Subject;

/**
 * One thing that is due, as it follows from what happened: whether the day is over is asked when it is read.
 *
 * @param owner whose events it follows from
 * @param key tells it from others of its kind with that owner
 * @param since the day on which it began to be due, or the time to it to run; absent where none says so
 * @param dueAt the instant, where it is due by one; then dueBy is its day
 * @param officerTold whether it may show to the officer whom it is about
 */
record Due(
        DutyKind kind,
        Owner owner,
        String key,
        @Nullable LocalDate since,
        LocalDate dueBy,
        @Nullable Instant dueAt,
        About about,
        boolean officerTold) {

    record Owner(Subject subject, String id) {

        @Override
        public String toString() {
            return subject.stream(id);
        }
    }

    record About(
            @Nullable String officerId,
            @Nullable String accountId,
            @Nullable String policyId,
            @Nullable Integer policyVersion,
            @Nullable String transgressionId,
            @Nullable String adviceId) {

        static final About NOTHING = new About(null, null, null, null, null, null);

        About officer(@Nullable String id) {
            return new About(id, accountId, policyId, policyVersion, transgressionId, adviceId);
        }

        About account(@Nullable String id) {
            return new About(officerId, id, policyId, policyVersion, transgressionId, adviceId);
        }

        About policy(@Nullable String id, @Nullable Integer version) {
            return new About(officerId, accountId, id, version, transgressionId, adviceId);
        }

        About transgression(String id) {
            return new About(officerId, accountId, policyId, policyVersion, id, adviceId);
        }

        About advice(String id) {
            return new About(officerId, accountId, policyId, policyVersion, transgressionId, id);
        }
    }

    static Due by(LocalDate day, DutyKind kind, Owner owner, String key, @Nullable LocalDate since, About about) {
        return new Due(kind, owner, key, since, day, null, about, true);
    }

    static Due at(Instant instant, DutyKind kind, Owner owner, String key, LocalDate since, About about) {
        // As exact as a row can have it.
        Instant exact = instant.truncatedTo(ChronoUnit.MICROS);
        return new Due(kind, owner, key, since, LondonTime.dayOf(exact), exact, about, true);
    }

    Due toldToOfficer(boolean told) {
        return new Due(kind, owner, key, since, dueBy, dueAt, about, told);
    }

    /** The same for as long as it is due, wherever its day moves. */
    String id() {
        return kind + ":" + owner.id() + (key.isEmpty() ? "" : ":" + key);
    }

    /** From which instant on it is overdue. */
    Instant overdueFrom() {
        return dueAt == null ? LondonTime.endOf(dueBy) : dueAt;
    }
}
