package org.ninetyten.query;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ninetyten.events.account.AccountEvent.AccountAuthorised;
import org.ninetyten.events.account.AccountEvent.AccountClosed;
import org.ninetyten.events.account.AccountEvent.AccountRequested;
import org.ninetyten.events.account.AccountEvent.AccountTransferred;
import org.ninetyten.events.account.AccountEvent.OperatorAdded;
import org.ninetyten.events.account.AccountEvent.OperatorRemoved;
import org.ninetyten.events.officer.OfficerEvent.AcknowledgementMissed;
import org.ninetyten.events.officer.OfficerEvent.AcknowledgementRequired;
import org.ninetyten.events.officer.OfficerEvent.CoachingConversationRecorded;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;
import org.ninetyten.events.officer.OfficerEvent.PolicyAcknowledged;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;
import org.ninetyten.events.policy.Category;
import org.ninetyten.events.policy.Clause;
import org.ninetyten.events.policy.Harm;
import org.ninetyten.events.policy.Intent;
import org.ninetyten.events.policy.Ladder;
import org.ninetyten.events.policy.Mitigation;
import org.ninetyten.events.policy.Obligations;
import org.ninetyten.events.policy.PolicyContent;
import org.ninetyten.events.policy.PolicyEvent.PolicyDrafted;
import org.ninetyten.events.policy.PolicyEvent.PolicyRevised;
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.policy.Significance;
import org.ninetyten.events.policy.Standard;
import org.ninetyten.events.transgression.PinnedFacts;
import org.ninetyten.events.transgression.Post;
import org.ninetyten.events.transgression.TransgressionEvent.OfficerAnswered;
import org.ninetyten.events.transgression.TransgressionEvent.OfficerNotified;
import org.ninetyten.events.transgression.TransgressionEvent.ResponseCompleted;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionAssessed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;

/** Events to tell stories with. */
public final class Samples {

    public static final LocalDate DAY = LocalDate.parse("2026-01-10");

    private Samples() {}

    public static OfficerRegistered registered(String officer) {
        return new OfficerRegistered(officer, "Amina Rahman", "PC 4711", "harbour", false);
    }

    public static TrainingRecorded trained(String officer, String training) {
        return new TrainingRecorded(officer, training, "Posting for the force", DAY, DAY.plusYears(1));
    }

    public static PolicyAcknowledged acknowledged(String officer, String policy, int version) {
        return new PolicyAcknowledged(officer, policy, version, DAY, true);
    }

    public static AcknowledgementRequired required(String officer, String policy, int version, LocalDate dueBy) {
        return new AcknowledgementRequired(officer, policy, version, dueBy);
    }

    public static AcknowledgementMissed missed(String officer, String policy, int version, LocalDate dueBy) {
        return new AcknowledgementMissed(officer, policy, version, dueBy);
    }

    public static CoachingConversationRecorded coached(String officer, String account, String transgression) {
        return new CoachingConversationRecorded(
                officer,
                officer + "-talk",
                DAY,
                "sergeant",
                List.of("photographs", "who is in them"),
                "Looked at the post together.",
                List.of("Ask before the next one"),
                account,
                transgression);
    }

    public static AccountRequested requested(String account, String holder, String policy) {
        return new AccountRequested(account, "X", "@" + account, "News of the unit", "Residents", holder, policy, DAY);
    }

    public static AccountAuthorised authorised(String account, String holder, String policy) {
        return new AccountAuthorised(account, holder, DAY, policy, 1, 1, "social", DAY.plusYears(1));
    }

    public static OperatorAdded operated(String account, String officer, String policy) {
        return new OperatorAdded(account, officer, DAY, policy, 1, 1, "social", DAY.plusYears(1));
    }

    public static OperatorRemoved left(String account, String officer) {
        return new OperatorRemoved(account, officer, DAY.plusDays(20));
    }

    public static AccountTransferred transferred(String account, String from, String to, LocalDate on) {
        return new AccountTransferred(
                account, from, to, on, "Moves to another unit", "social-media", 1, 1, "social", DAY.plusYears(1));
    }

    public static AccountClosed closed(String account) {
        return new AccountClosed(account, "No longer needed");
    }

    public static PolicyDrafted drafted(String policy) {
        return new PolicyDrafted(policy, "Social media policy", content("Do no harm."));
    }

    public static PolicyRevised revised(String policy, String text) {
        return new PolicyRevised(policy, content(text), "Clearer words");
    }

    public static PolicyVersionPublished published(String policy, int version, LocalDate effectiveFrom, String text) {
        return new PolicyVersionPublished(
                policy,
                version,
                Significance.MAJOR,
                content(text),
                "Version " + version,
                effectiveFrom,
                effectiveFrom.plusYears(1));
    }

    public static TransgressionReported reported(String transgression, String account, String officer) {
        return new TransgressionReported(
                transgression,
                account,
                officer,
                Instant.parse("2026-03-01T18:20:00Z"),
                new Post("Proud of the night shift!", "https://x.example/1", "0".repeat(64)),
                Category.OPERATIONAL_DISCLOSURE,
                "The whiteboard can be read.",
                "A resident",
                false,
                new PinnedFacts("social-media", 1, true, false, 2),
                null);
    }

    public static TransgressionAssessed assessed(
            String transgression, String officer, Intent intent, Response response) {
        return new TransgressionAssessed(
                transgression,
                officer,
                "harbour-x",
                LocalDate.parse("2026-03-03"),
                true,
                "social-media",
                1,
                List.of("operations"),
                intent,
                Harm.MEDIUM,
                List.of(Mitigation.NOT_TRAINED),
                Response.COACHING,
                List.of("GENUINE_MISTAKE with MEDIUM harm starts at COACHING"),
                response,
                response == Response.COACHING ? null : "It was done twice in a week",
                "The routes could be read",
                LocalDate.parse("2026-03-10"),
                null);
    }

    public static TransgressionAssessed noBreach(String transgression, String officer) {
        return new TransgressionAssessed(
                transgression,
                officer,
                "harbour-x",
                LocalDate.parse("2026-03-03"),
                false,
                "social-media",
                1,
                List.of(),
                null,
                null,
                List.of(),
                null,
                List.of(),
                null,
                null,
                "The whiteboard was an old one.",
                null,
                null);
    }

    public static OfficerNotified notified(String transgression, String officer) {
        return new OfficerNotified(
                transgression,
                officer,
                "harbour-x",
                LocalDate.parse("2026-03-04"),
                List.of("operations"),
                "The whiteboard shows tonight's routes",
                "Look at the background first.",
                LocalDate.parse("2026-03-18"));
    }

    public static OfficerAnswered answered(String transgression, String officer) {
        return new OfficerAnswered(transgression, officer, "harbour-x", true, "I did not see the whiteboard.");
    }

    public static ResponseCompleted completed(String transgression, String officer, Response response) {
        return new ResponseCompleted(
                transgression,
                officer,
                "harbour-x",
                response,
                LocalDate.parse("2026-03-06"),
                "Went through it together.",
                "talk-1",
                null);
    }

    public static PolicyContent content(String text) {
        Clause clause = new Clause(
                "operations",
                "4.2",
                "Operations",
                text,
                Category.OPERATIONAL_DISCLOSURE,
                Standard.CONFIDENTIALITY,
                "Look at the background first.");
        Map<Intent, Map<Harm, Response>> responses = new EnumMap<>(Intent.class);
        for (Intent intent : Intent.values()) {
            Map<Harm, Response> row = new EnumMap<>(Harm.class);
            for (Harm harm : Harm.values()) {
                row.put(harm, Response.ADVICE);
            }
            responses.put(intent, row);
        }
        return new PolicyContent(
                "Post well and safely",
                List.of("Be where the public is"),
                List.of(clause),
                new Ladder(responses, 24, 1, Map.of(Mitigation.SELF_REPORTED, 1)),
                new Obligations(14, 90, 12, 5, 10, 180));
    }
}
