package org.ninetyten.command.officer;

import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.ninetyten.command.calendar.WorkingDays;
import org.ninetyten.command.calendar.WorkingHours;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By when who asks for advice is to have it.
 *
 * @param replyWithinWorkingHours after so many working hours a question is overdue
 * @param workingHours from when to when they are counted on a working day, in Europe/London
 */
@ConfigurationProperties("ninety-ten.advice")
public record ReplyTime(
        @DefaultValue("8") int replyWithinWorkingHours,
        @DefaultValue Hours workingHours) {

    public ReplyTime {
        if (replyWithinWorkingHours < 1) {
            throw new IllegalArgumentException("ninety-ten.advice.reply-within-working-hours must be 1 or more");
        }
        if (!workingHours.from().isBefore(workingHours.to())) {
            throw new IllegalArgumentException("ninety-ten.advice.working-hours.from must be before its to");
        }
    }

    /** From one time of a day to another of the same day. */
    public record Hours(
            @DefaultValue("08:00") LocalTime from,
            @DefaultValue("18:00") LocalTime to) {}

    /** In whole seconds, which is as exact as anyone needs to know it. */
    Instant dueAt(Instant asked, WorkingDays workingDays) {
        return new WorkingHours(workingHours.from(), workingHours.to(), workingDays::isWorkingDay)
                .after(asked.truncatedTo(ChronoUnit.SECONDS), replyWithinWorkingHours);
    }
}
