package org.ninetyten.command.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

    /** Bank holidays of England and Wales as the government published them (gov.uk/bank-holidays). */
    private static final Map<Integer, List<String>> BANK_HOLIDAYS = Map.of(
            2024,
            List.of("01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"),
            2025,
            List.of("01-01", "04-18", "04-21", "05-05", "05-26", "08-25", "12-25", "12-26"),
            2026,
            // Boxing Day is a Saturday: the Monday after stands in for it.
            List.of("01-01", "04-03", "04-06", "05-04", "05-25", "08-31", "12-25", "12-28"),
            2027,
            // Christmas Day is a Saturday and Boxing Day a Sunday: Monday and Tuesday stand in for them.
            List.of("01-01", "03-26", "03-29", "05-03", "05-31", "08-30", "12-27", "12-28"));

    private final WorkingDays workingDays = new WorkingDays();

    static Stream<Integer> years() {
        return BANK_HOLIDAYS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("years")
    void theWeekdaysOffAreTheBankHolidaysOfEnglandAndWales(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        List<String> off = first.datesUntil(first.plusYears(1))
                .filter(WorkingDaysTest::isWeekday)
                .filter(day -> !workingDays.isWorkingDay(day))
                .map(day -> day.toString().substring(5))
                .toList();

        assertThat(off).isEqualTo(BANK_HOLIDAYS.getOrDefault(year, List.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // 2 January, the first Monday of August and St Andrew's Day: Scotland.
                "2026-01-02",
                "2026-08-03",
                "2026-11-30",
                // St Patrick's Day and the Battle of the Boyne: Northern Ireland.
                "2026-03-17",
                "2026-07-13",
            })
    void aHolidayOfScotlandOrNorthernIrelandIsAWorkingDay(LocalDate day) {
        assertThat(workingDays.isWorkingDay(day)).isTrue();
    }

    @Test
    void noWeekendIsAWorkingDay() {
        LocalDate first = LocalDate.of(2024, 1, 1);

        assertThat(first.datesUntil(LocalDate.of(2028, 1, 1)).filter(day -> !isWeekday(day)))
                .noneMatch(workingDays::isWorkingDay);
    }

    @ParameterizedTest(name = "{1} working days after {0}: {2}")
    @CsvSource({
        // A week without a holiday, from a weekday and from its weekend.
        "2026-11-16, 5, 2026-11-23",
        "2026-11-14, 5, 2026-11-20",
        "2026-11-15, 5, 2026-11-20",
        "2026-11-16, 1, 2026-11-17",
        // Over Easter: Good Friday and Easter Monday do not count.
        "2026-04-02, 1, 2026-04-07",
        "2026-03-31, 5, 2026-04-09",
        // Over Christmas and New Year, with a substitute day.
        "2026-12-24, 1, 2026-12-29",
        "2026-12-23, 5, 2027-01-04",
        "2027-12-24, 1, 2027-12-29",
        // None: the day itself, whatever day it is.
        "2026-11-15, 0, 2026-11-15",
    })
    void theFirstWorkingDayIsTheOneAfter(LocalDate day, int count, LocalDate last) {
        assertThat(workingDays.after(day, count)).isEqualTo(last);
    }

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource({
        "2026-11-16, 2026-11-16, 0",
        "2026-11-16, 2026-11-17, 1",
        "2026-11-13, 2026-11-16, 1",
        "2026-11-13, 2026-11-15, 0",
        "2026-04-02, 2026-04-07, 1",
        "2026-11-17, 2026-11-16, 0",
    })
    void theDayFromWhichIsCountedDoesNotCountItself(LocalDate from, LocalDate to, int count) {
        assertThat(workingDays.between(from, to)).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-16, 2026-11-16", "2026-11-14, 2026-11-16", "2026-04-03, 2026-04-07"})
    void aDayOffMovesToTheNextWorkingDay(LocalDate day, LocalDate moved) {
        assertThat(workingDays.onOrAfter(day)).isEqualTo(moved);
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
