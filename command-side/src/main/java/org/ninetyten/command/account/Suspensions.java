package org.ninetyten.command.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.reminder.Reminders;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.account.AccountEvent.AccountSuspended;

/** What an account is suspended for now, oldest first: it may be for more than one reason, and each ends by itself. */
final class Suspensions {

    private final List<AccountSuspended> inForce = new ArrayList<>();

    void add(AccountSuspended suspension) {
        inForce.add(suspension);
    }

    void clear() {
        inForce.clear();
    }

    boolean hasAny(Predicate<AccountSuspended> which) {
        return inForce.stream().anyMatch(which);
    }

    /** Those that still hold on that day when the others are lifted. */
    List<AccountSuspended> without(Predicate<AccountSuspended> lifted, LocalDate today) {
        return inForce.stream()
                .filter(lifted.negate())
                .filter(suspension -> !isOver(suspension, today))
                .toList();
    }

    static boolean isOver(AccountSuspended suspension, LocalDate today) {
        LocalDate until = suspension.until();
        return until != null && until.isBefore(today);
    }

    static boolean isFor(AccountSuspended suspension, String transgressionId) {
        return transgressionId.equals(suspension.transgressionId());
    }

    static void refuseEndBefore(LocalDate today, @Nullable LocalDate until) {
        if (until != null && until.isBefore(today)) {
            throw Refusal.invalid(
                    "invalid",
                    "A suspension cannot end before it begins.",
                    Violation.at("/until", "must not be in the past"));
        }
    }

    static void remindOfEnd(AccountSuspended suspension, Reminders reminders) {
        LocalDate until = suspension.until();
        if (until != null) {
            reminders.set(
                    LondonTime.endOf(until), AccountReminders.SUSPENSION_END, suspension.accountId(), until.toString());
        }
    }

    /** Nothing is left to lift once it was lifted by hand, or the account closed. */
    void callOffEnds(Reminders reminders) {
        inForce.stream()
                .filter(suspension -> Objects.nonNull(suspension.until()))
                .forEach(suspension -> reminders.callOff(
                        AccountReminders.SUSPENSION_END, suspension.accountId(), String.valueOf(suspension.until())));
    }
}
