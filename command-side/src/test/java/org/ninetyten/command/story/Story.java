package org.ninetyten.command.story;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.edge.caller.Role;
import org.ninetyten.events.account.AccountEvent.AccountRequested;
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
import org.ninetyten.events.policy.PolicyEvent.PolicyVersionPublished;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.policy.Significance;
import org.ninetyten.events.policy.Standard;

/** Amina, who posts for the harbour, and the policy she does it under. */
public final class Story {

    public static final Actor AMINA = new Actor("amina", Role.OFFICER, "amina");
    public static final Actor BEN = new Actor("ben", Role.OFFICER, "ben");
    public static final Actor SERGEANT = new Actor("sergeant", Role.SUPERVISOR, null);
    public static final Actor COMMS = new Actor("comms", Role.COMMS, null);

    public static final PolicyContent CONTENT = content("To tell the harbour's story well");

    public static final OfficerRegistered AMINA_REGISTERED =
            new OfficerRegistered("amina", "Amina Khan", "1234", "harbour", false);
    public static final OfficerRegistered BEN_REGISTERED =
            new OfficerRegistered("ben", "Ben Okoro", "1235", "harbour", false);
    public static final PolicyDrafted POLICY_DRAFTED = new PolicyDrafted("social-media", "Social media", CONTENT);
    public static final AccountRequested ACCOUNT_REQUESTED = new AccountRequested(
            "harbour-x",
            "X",
            "@HarbourPolice",
            "Tell people what the harbour unit does",
            "Residents",
            "amina",
            "social-media",
            day("2026-02-01"));

    private Story() {}

    public static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    public static PolicyVersionPublished version(int number, Significance significance, String effectiveFrom) {
        LocalDate from = day(effectiveFrom);
        return new PolicyVersionPublished(
                "social-media", number, significance, CONTENT, "Version " + number, from, from.plusYears(1));
    }

    public static TrainingRecorded training(String id, String completedOn) {
        return new TrainingRecorded("amina", id, "Posting well", day(completedOn), null);
    }

    public static PolicyAcknowledged acknowledged(int version, String on) {
        return new PolicyAcknowledged("amina", "social-media", version, day(on), false);
    }

    /** Content that breaks no rule; training counts for 24 months. */
    public static PolicyContent content(String purpose) {
        return new PolicyContent(
                purpose,
                List.of("People know what we do"),
                List.of(
                        new Clause(
                                "confidentiality",
                                "1.1",
                                "Keep confidences",
                                "Post nothing that was told in confidence.",
                                Category.CONFIDENTIALITY,
                                Standard.CONFIDENTIALITY,
                                "Ask before posting."),
                        new Clause(
                                "personal-data",
                                "1.2",
                                "Keep people out of it",
                                "Post nothing by which someone can be known.",
                                Category.PERSONAL_DATA,
                                Standard.CONFIDENTIALITY,
                                "Blur faces and number plates.")),
                new Ladder(responses(), 12, 1, Map.of(Mitigation.SELF_REPORTED, 1)),
                new Obligations(14, 30, 24, 5, 10, 180));
    }

    /** Heavier intent and heavier harm, heavier response. */
    public static Map<Intent, Map<Harm, Response>> responses() {
        Map<Intent, Map<Harm, Response>> responses = new EnumMap<>(Intent.class);
        responses.put(
                Intent.GENUINE_MISTAKE, row(Response.NO_ACTION, Response.ADVICE, Response.COACHING, Response.TRAINING));
        responses.put(
                Intent.CARELESS,
                row(Response.ADVICE, Response.COACHING, Response.TRAINING, Response.REFLECTIVE_PRACTICE));
        responses.put(
                Intent.DELIBERATE,
                row(
                        Response.REFLECTIVE_PRACTICE,
                        Response.REFLECTIVE_PRACTICE,
                        Response.SUSPEND_ACCESS,
                        Response.MISCONDUCT_REFERRAL));
        return responses;
    }

    private static Map<Harm, Response> row(Response none, Response low, Response medium, Response high) {
        return new EnumMap<>(Map.of(Harm.NONE, none, Harm.LOW, low, Harm.MEDIUM, medium, Harm.HIGH, high));
    }
}
