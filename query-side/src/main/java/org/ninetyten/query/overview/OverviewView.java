package org.ninetyten.query.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.policy.Harm;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Response;

/**
 * How it is going. A figure that is withheld is null and named in {@code withheld}.
 *
 * @param asOf of training, acknowledged and checkedIn, which are of now and not of the period
 * @param postsSampled how many posts were read in samples
 * @param postsFine how many of those were fine
 * @param training of those who hold or operate an account, who has training that counts
 * @param acknowledged who has acknowledged every version they were asked to
 * @param checkedIn with whom no check-in is overdue
 * @param months of the period, as far as they have begun
 * @param withheld the names of figures that so few people are behind that they could be made out
 * @param links where the list is that a figure counts; none for one that is withheld
 */
record OverviewView(
        LocalDate from,
        LocalDate to,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String unit,
        Instant asOf,
        @Nullable Integer samples,
        @Nullable Integer postsSampled,
        @Nullable Integer postsFine,
        Transgressions transgressions,
        @Nullable Share departures,
        @Nullable DaysToTell daysToTell,
        @Nullable Share training,
        @Nullable Share acknowledged,
        @Nullable Share checkedIn,
        @Nullable Advice advice,
        @Nullable Integer commendations,
        @Nullable AgainAfter repeats,
        List<Month> months,
        List<String> withheld,
        Map<String, String> links) {

    OverviewView {
        months = List.copyOf(months);
        withheld = List.copyOf(withheld);
    }

    /** @param byIntent of those that stand as breaches, as are the others */
    record Transgressions(
            @Nullable Integer reported,
            @Nullable Map<Intent, Integer> byIntent,
            @Nullable Map<Harm, Integer> byHarm,
            @Nullable Map<Response, Integer> byResponse) {}

    /** @param share from 0 to 1 with four decimals; null of none */
    record Share(long count, long of, @Nullable Double share) {

        private static final double DECIMALS = 10_000;

        static Share of(long count, long of) {
            return new Share(count, of, of == 0 ? null : Math.round(DECIMALS * count / of) / DECIMALS);
        }
    }

    /**
     * @param cases in which the officer was told of the assessment that stands
     * @param median half of them were told within so many days of the report
     * @param p90 nine of ten
     */
    record DaysToTell(
            int cases, @Nullable Long median, @Nullable Long p90) {}

    record Advice(int asked, int followed) {}

    /** Of the officers whose response was completed, how many had another breach within twelve months. */
    record AgainAfter(Share coaching, Share otherResponses) {}

    record Month(
            YearMonth month,
            @Nullable Integer postsSampled,
            @Nullable Integer postsFine,
            @Nullable Integer transgressions,
            @Nullable Integer adviceAsked,
            @Nullable Integer commendations,
            List<String> withheld,
            Map<String, String> links) {

        Month {
            withheld = List.copyOf(withheld);
        }
    }
}
