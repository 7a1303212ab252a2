package org.ninetyten.command.officer;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.officer.ErasureCommand.Erase;
import org.ninetyten.command.officer.ErasureGrounds.OwnCase;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.events.LondonTime;
import org.ninetyten.events.keyring.ErasedException;
import org.ninetyten.events.officer.OfficerEvent;
import org.ninetyten.events.officer.OfficerEvent.LegalHoldLifted;
import org.ninetyten.events.officer.OfficerEvent.LegalHoldPlaced;
import org.ninetyten.events.officer.OfficerEvent.OfficerErased;
import org.ninetyten.events.officer.OfficerEvent.OfficerErasureProposed;

/** Whether what is told about an officer may be forgotten: after its time, under no hold, and by two people. */
final class Erasing {

    static final String PROPOSAL = "erasure-proposal";
    static final String ERASURE = "erasure";

    /** Of an erasure to which nobody gave an id. */
    private static final String UNNAMED = "erasure";

    private final Set<String> holds = new TreeSet<>();
    private boolean erased;

    void add(LegalHoldPlaced event) {
        holds.add(event.holdId());
    }

    void add(LegalHoldLifted event) {
        holds.remove(event.holdId());
    }

    void add(OfficerErased event) {
        erased = true;
    }

    static String hold(String holdId) {
        return "legal-hold:" + holdId;
    }

    static String lifting(String holdId) {
        return "legal-hold-lifted:" + holdId;
    }

    /** The rule {@code erased}. */
    void refuseIfErased() {
        if (erased) {
            throw erased();
        }
    }

    private static Refusal erased() {
        return Refusal.rule("erased", ErasedException.SENTENCE);
    }

    void requireHold(String holdId) {
        if (!holds.contains(holdId)) {
            throw Refusal.notFound("no-such-legal-hold", "There is no legal hold '%s' on them.".formatted(holdId));
        }
    }

    /** The rule {@code legal-hold-lifted}: nobody is to think that a hold stands which does not. */
    static void refuseLifted(@Nullable OfficerEvent lifted) {
        if (lifted != null) {
            throw Refusal.rule("legal-hold-lifted", "This legal hold was lifted: place another, under a new id.");
        }
    }

    static OfficerErasureProposed proposal(Erase command) {
        String id = command.erasure().erasureId();
        return new OfficerErasureProposed(
                command.officerId(),
                id == null ? UNNAMED : id,
                command.erasure().reason());
    }

    /** Whether the one who proposed it sends the same again: only where they named it can one tell. */
    static boolean isRetried(@Nullable OfficerErasureProposed proposed, @Nullable String proposer, Erase command) {
        return proposed != null
                && command.erasure().erasureId() != null
                && command.by().id().equals(proposer)
                && proposed.equals(proposal(command));
    }

    /** The rule {@code not-independent}, and {@code id-conflict} for who confirms something else than what was proposed. */
    static void requireAnother(OfficerErasureProposed proposed, @Nullable String proposer, Erase command) {
        if (command.by().id().equals(proposer)) {
            throw Refusal.rule(
                    "not-independent", "You proposed this erasure yourself: another person has to confirm it.");
        }
        if (command.by().isOfficer(command.officerId())) {
            throw Refusal.rule("not-independent", "Nobody confirms that they are erased themselves.");
        }
        String id = command.erasure().erasureId();
        if (id != null && !id.equals(proposed.erasureId())) {
            throw Refusal.rule(
                    "id-conflict",
                    "The erasure that was proposed is '%s': confirm that one.".formatted(proposed.erasureId()),
                    Map.of("erasureId", proposed.erasureId()));
        }
    }

    static void requireSame(OfficerErased erased, Erase command) {
        String id = command.erasure().erasureId();
        if (id != null && !Objects.equals(id, erased.erasureId())) {
            throw erased();
        }
    }

    /**
     * The rules {@code not-left}, {@code on-legal-hold}, {@code case-open}, {@code account-open} and {@code
     * retention-not-over}. A case that whoever asks may not know of keeps what is told like a hold, and is not named; they
     * get there only when nothing else is in the way.
     */
    void check(Erase command, @Nullable LocalDate leftOn, Clock clock, Retention retention, ErasureGrounds grounds) {
        String officerId = command.officerId();
        if (leftOn == null) {
            throw Refusal.rule("not-left", "Officer '%s' has not left: they are not erased.".formatted(officerId));
        }
        if (!holds.isEmpty()) {
            throw held(List.copyOf(holds));
        }
        List<OwnCase> cases = grounds.cases(officerId, command.by());
        refuseOpen(cases.stream().filter(OwnCase::shown).toList());
        List<String> accounts = grounds.accountsLeftBehind(officerId);
        if (!accounts.isEmpty()) {
            throw Refusal.rule(
                    "account-open",
                    "An account that they held was neither transferred nor closed.",
                    Map.of("accounts", accounts));
        }
        LocalDate today = LondonTime.today(clock);
        LocalDate over = retention.over(lastEnded(cases, OwnCase::shown, leftOn));
        if (today.isBefore(over)) {
            throw Refusal.rule(
                    "retention-not-over",
                    "What is told about them is kept: it can be erased from %s on.".formatted(over),
                    Map.of("erasableFrom", over.toString()));
        }
        boolean unseenOpen = cases.stream().anyMatch(one -> one.endedOn() == null);
        if (unseenOpen || today.isBefore(retention.over(lastEnded(cases, one -> true, leftOn)))) {
            throw held(List.of());
        }
    }

    private static void refuseOpen(List<OwnCase> cases) {
        List<String> open = cases.stream()
                .filter(one -> one.endedOn() == null)
                .map(OwnCase::transgressionId)
                .toList();
        if (!open.isEmpty()) {
            throw Refusal.rule("case-open", "A case about them is not over.", Map.of("transgressions", open));
        }
    }

    private static LocalDate lastEnded(List<OwnCase> cases, Predicate<OwnCase> which, LocalDate leftOn) {
        return cases.stream()
                .filter(which)
                .flatMap(one -> Stream.ofNullable(one.endedOn()))
                .reduce(leftOn, (one, other) -> one.isAfter(other) ? one : other);
    }

    private static Refusal held(List<String> holds) {
        return Refusal.rule(
                "on-legal-hold",
                "What is told about them has to be kept for now: nothing is erased.",
                Map.of("legalHolds", holds));
    }
}
