package org.ninetyten.command.calendar;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Working days: Mondays to Fridays that are no bank holiday in England and Wales. */
@Component
public class WorkingDays {

    private static final String ENGLAND_AND_WALES = "en";

    private final HolidayManager holidays =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));

    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.isHoliday(day, ENGLAND_AND_WALES);
    }

    /**
     * The last of so many working days, of which the first is the working day after {@code day}.
     *
     * @param count 0 or more; for 0 the day itself
     */
    public LocalDate after(LocalDate day, int count) {
        LocalDate last = day;
        for (int left = count; left > 0; left--) {
            last = next(last);
        }
        return last;
    }

    /** How many working days lie after {@code from}, up to and with {@code to}. */
    public int between(LocalDate from, LocalDate to) {
        int count = 0;
        for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
            count += isWorkingDay(day) ? 1 : 0;
        }
        return count;
    }

    /** The day itself where it is a working day, else the next one. */
    public LocalDate onOrAfter(LocalDate day) {
        return isWorkingDay(day) ? day : next(day);
    }

    private LocalDate next(LocalDate day) {
        return onOrAfter(day.plusDays(1));
    }
}
