package org.ninetyten.command.account;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.account.PostCommand.CommendPost;
import org.ninetyten.command.account.PostCommand.SamplePosts;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.account.AccountEvent;
import org.ninetyten.events.account.AccountEvent.PostCommended;
import org.ninetyten.events.account.AccountEvent.PostsSampled;

/** What someone found who read an account's posts. */
final class ReadPosts {

    private ReadPosts() {}

    /**
     * @param earlier what was recorded under that id before: a retry means those who could post as it was known then
     */
    static PostCommended commended(CommendPost command, AccountRecord account, @Nullable AccountEvent earlier) {
        PostCommand.Commendation given = command.commendation();
        return new PostCommended(
                command.accountId(),
                given.commendationId(),
                given.postedAt(),
                given.why(),
                given.postUrl(),
                earlier instanceof PostCommended once
                        ? once.officerIds()
                        : account.whoCouldPostOn(LondonTime.dayOf(given.postedAt())));
    }

    /** @throws Refusal {@code post-before-account} or {@code post-after-closure} */
    static void refusePostOfNoAccount(PostCommended event, AccountRecord account) {
        LocalDate day = LondonTime.dayOf(event.postedAt());
        LocalDate closedOn = account.closedOn();
        if (day.isBefore(account.openedOn())) {
            throw Refusal.invalid(
                    "post-before-account",
                    "The account was opened on %s; nothing was posted with it before.".formatted(account.openedOn()),
                    Violation.at("/postedAt", "must not be before " + account.openedOn()));
        }
        if (closedOn != null && day.isAfter(closedOn)) {
            throw Refusal.invalid(
                    "post-after-closure",
                    "The account was closed on %s; nothing was posted with it since.".formatted(closedOn),
                    Violation.at("/postedAt", "must not be after " + closedOn));
        }
    }

    /** @throws Refusal {@code invalid} for figures that do not add up */
    static PostsSampled sampled(SamplePosts command) {
        PostCommand.DipSample given = command.sample();
        List<Violation> violations = new ArrayList<>();
        int others = given.sampled() - given.good();
        if (others < 0) {
            violations.add(Violation.at("/good", "must not be more than sampled"));
        } else if (given.concerns().size() > others) {
            violations.add(Violation.at("/concerns", "must not be more than the posts that were not good: " + others));
        }
        if (!violations.isEmpty()) {
            throw Refusal.invalid(violations);
        }
        return new PostsSampled(
                command.accountId(),
                given.sampleId(),
                given.sampledOn(),
                given.sampled(),
                given.good(),
                given.concerns());
    }

    /** @throws Refusal {@code sample-before-account} */
    static void refuseSampleOfNoAccount(PostsSampled event, AccountRecord account) {
        if (event.sampledOn().isBefore(account.openedOn())) {
            throw Refusal.invalid(
                    "sample-before-account",
                    "The account was opened on %s; there was nothing to read before.".formatted(account.openedOn()),
                    Violation.at("/sampledOn", "must not be before " + account.openedOn()));
        }
    }
}
