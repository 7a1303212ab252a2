package org.ninetyten.command.support;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ninetyten.command.account.EndPostingOfLeaver;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.command.desk.SystemDesk;
import org.ninetyten.command.officer.HeldAccounts;
import org.ninetyten.command.officer.HeldAccounts.Under;
import org.ninetyten.command.officer.NoteCheckInMissed;
import org.ninetyten.command.officer.NoteTrainingLapsed;
import org.ninetyten.command.officer.OfficerRecord;
import org.ninetyten.command.officer.OpenAccounts;
import org.ninetyten.command.officer.TrainingAndCheckIns;
import org.ninetyten.events.LondonTime;
import org.springframework.stereotype.Component;

/**
 * Looks at one officer: notes what is over, ends what someone who left had, and says when to look again. Every command
 * decides afresh on what happened, so looking twice, too late, or on two processes at once does no harm.
 */
@Component
class OfficerLook {

    /** How often something new is noted before it is left for later: each time it was over, and was not before. */
    private static final int ROUNDS = 20;

    private final Streams streams;
    private final HeldAccounts held;
    private final OpenAccounts accounts;
    private final SystemDesk desk;
    private final Clock clock;

    OfficerLook(Streams streams, HeldAccounts held, OpenAccounts accounts, SystemDesk desk, Clock clock) {
        this.streams = streams;
        this.held = held;
        this.accounts = accounts;
        this.desk = desk;
        this.clock = clock;
    }

    OfficersToLookAt.Look at(OfficersToLookAt.Look look) {
        String officerId = look.officerId();
        for (int round = 0; round < ROUNDS; round++) {
            Optional<TrainingAndCheckIns> support =
                    OfficerRecord.of(officerId, streams).map(OfficerRecord::support);
            if (support.isEmpty()) {
                return look.again(Optional.empty());
            }
            LocalDate leftOn = support.get().leftOn();
            if (leftOn != null) {
                accounts.everOf(officerId)
                        .forEach(
                                account -> desk.give(new EndPostingOfLeaver(account, officerId, leftOn), look.cause()));
                return look.again(Optional.empty());
            }
            Map<String, Under> under = held.of(officerId);
            LocalDate today = LondonTime.today(clock);
            List<Command> over = over(officerId, support.get(), under, today);
            if (over.isEmpty()) {
                return look.again(support.get().nextDay(under, today));
            }
            over.forEach(command -> desk.give(command, look.cause()));
        }
        throw new IllegalStateException("Officer %s has more to be noted after %d rounds".formatted(officerId, ROUNDS));
    }

    private static List<Command> over(
            String officerId, TrainingAndCheckIns support, Map<String, Under> under, LocalDate today) {
        List<Command> over = new ArrayList<>();
        if (support.lapsed(officerId, under, today).isPresent()) {
            over.add(new NoteTrainingLapsed(officerId));
        }
        under.keySet().stream()
                .sorted()
                .filter(policyId -> support.missed(policyId, under, today).isPresent())
                .map(policyId -> new NoteCheckInMissed(officerId, policyId))
                .forEach(over::add);
        return over;
    }
}
