package org.ninetyten.query.duties;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Duties as a calendar (RFC 5545), each an event of its whole day. It leaves the house, to whatever program keeps the
 * calendar: so it names officers by their ids, of a case it says only that something is due, and its event ids say
 * nothing. A duty whose day moves keeps its id, and so moves in the calendar.
 */
final class CalendarFeed {

    private static final Duration READ_AGAIN_AFTER = Duration.ofHours(1);
    private static final int UID_DIGITS = 32;

    private CalendarFeed() {}

    static String of(UUID feed, List<DutyView> duties, Instant now) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Ninety Ten//Duties//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), READ_AGAIN_AFTER));
        duties.forEach(duty -> calendar.add(event(feed, duty, now.truncatedTo(ChronoUnit.SECONDS))));
        StringWriter written = new StringWriter();
        try {
            new CalendarOutputter().output(calendar, written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toString();
    }

    private static VEvent event(UUID feed, DutyView duty, Instant now) {
        VEvent event = new VEvent(false);
        event.add(new DtStamp(now));
        event.add(new Uid(uid(feed, duty.id())));
        event.add(new DtStart<>(duty.dueBy()));
        event.add(new Summary((duty.missed() ? "Overdue: " : "") + text(duty)));
        event.add(ImmutableTransp.TRANSPARENT);
        return event;
    }

    private static String text(DutyView duty) {
        return switch (duty.kind()) {
            case CHECK_IN -> "Check in with " + duty.officerId();
            case ADVICE_REPLY -> "Answer " + duty.officerId() + ", who asked for advice";
            case ACCOUNT_REVIEW -> "Review the account " + duty.accountId();
            case ACCOUNT_HOLDER -> "Find a holder for the account " + duty.accountId();
            case POLICY_REVIEW -> "Review the policy " + duty.policyId();
            case NOTICE -> "A notice is due";
            case ANSWER -> "An answer is due";
            case ACKNOWLEDGEMENT -> "Policy to be acknowledged by " + duty.officerId();
            case TRAINING -> "Training of " + duty.officerId() + " runs out";
        };
    }

    private static String uid(UUID feed, String duty) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest((feed + " " + duty).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, UID_DIGITS).toLowerCase(Locale.ROOT) + "@ninety-ten";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
