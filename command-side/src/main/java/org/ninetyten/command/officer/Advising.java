package org.ninetyten.command.officer;

import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.officer.AdviceCommand.AskAdvice;
import org.ninetyten.command.officer.AdviceCommand.GiveAdvice;
import org.ninetyten.command.officer.AdviceCommand.RecordAdviceOutcome;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.events.officer.OfficerEvent;
import org.ninetyten.events.officer.OfficerEvent.AdviceGiven;
import org.ninetyten.events.officer.OfficerEvent.AdviceOutcomeRecorded;
import org.ninetyten.events.officer.OfficerEvent.AdviceRequested;

/** Advice before posting: the question, the answer of someone else, and what became of it. */
final class Advising {

    private Advising() {}

    /**
     * @param earlier what was recorded under that id before: a retry means the time that was given then
     * @param replyDueAt by when it is to be answered, where it is new
     */
    static AdviceRequested asked(AskAdvice command, @Nullable OfficerEvent earlier, Supplier<Instant> replyDueAt) {
        AdviceCommand.Question given = command.question();
        return new AdviceRequested(
                command.officerId(),
                given.adviceId(),
                given.accountId(),
                given.draft(),
                given.question(),
                earlier instanceof AdviceRequested once ? once.replyDueAt() : replyDueAt.get());
    }

    /** @throws Refusal {@code no-such-advice} */
    static AdviceRequested question(AdviceCommand command, @Nullable OfficerEvent recorded) {
        if (recorded instanceof AdviceRequested asked) {
            return asked;
        }
        throw Refusal.notFound(
                "no-such-advice",
                "There is no advice '%s' that officer '%s' asked for."
                        .formatted(command.adviceId(), command.officerId()));
    }

    static AdviceGiven reply(GiveAdvice command, AdviceRequested question) {
        return new AdviceGiven(
                command.officerId(),
                command.adviceId(),
                question.accountId(),
                command.reply().decision(),
                command.reply().why());
    }

    /**
     * @param asker whose credentials asked
     * @throws Refusal {@code not-independent}
     */
    static void refuseAsker(GiveAdvice command, @Nullable String asker) {
        String by = command.by().id();
        if (command.by().isOfficer(command.officerId()) || by.equals(command.officerId()) || by.equals(asker)) {
            throw Refusal.rule(
                    "not-independent", "%s asked for this advice. Someone else must answer it.".formatted(by));
        }
    }

    static AdviceOutcomeRecorded outcome(RecordAdviceOutcome command, AdviceRequested question) {
        return new AdviceOutcomeRecorded(
                command.officerId(),
                command.adviceId(),
                question.accountId(),
                command.outcome().followed());
    }

    /** @throws Refusal {@code advice-not-answered} */
    static void requireReply(RecordAdviceOutcome command, @Nullable OfficerEvent reply) {
        if (!(reply instanceof AdviceGiven)) {
            throw Refusal.rule(
                    "advice-not-answered",
                    "Nobody has answered the advice '%s' yet, so there is nothing to have followed."
                            .formatted(command.adviceId()));
        }
    }
}
