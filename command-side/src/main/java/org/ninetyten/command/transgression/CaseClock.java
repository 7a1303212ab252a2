package org.ninetyten.command.transgression;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.calendar.WorkingDays;
import org.ninetyten.command.reminder.Reminders;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewRequested;

/** The one clock that runs in a case: for the notice while it is assessed, for the answer while it is notified. */
record CaseClock(CaseFile file, Reminders reminders) {

    void start(String kind, LocalDate lastDay) {
        reminders.set(LondonTime.endOf(lastDay), kind, file.reported().transgressionId(), lastDay.toString());
    }

    /** Whatever ran before a review goes on to the day it was moved to. */
    void goOnTo(LocalDate lastDay) {
        start(kind(file.beforeReview()), lastDay);
    }

    void callOff() {
        LocalDate lastDay = file.dueBy();
        if (lastDay != null) {
            reminders.callOff(kind(file.state()), file.reported().transgressionId(), lastDay.toString());
        }
    }

    /**
     * Time under review does not count: the clock that ran goes on with as many working days as it had left. One that
     * had run out before stays so.
     *
     * @return the last day from now on; nothing where no clock ran
     */
    static @Nullable LocalDate moved(CaseFile file, LocalDate today, WorkingDays workingDays) {
        LocalDate lastDay = file.dueBy();
        ReviewRequested review = file.review();
        if (lastDay == null || review == null || lastDay.isBefore(review.requestedOn())) {
            return lastDay;
        }
        int left = workingDays.between(review.requestedOn(), lastDay);
        return left == 0 ? workingDays.onOrAfter(today) : workingDays.after(today, left);
    }

    private static String kind(TransgressionState state) {
        return state == TransgressionState.ASSESSED ? CaseReminders.NOTICE : CaseReminders.ANSWER;
    }
}
