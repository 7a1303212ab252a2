package org.ninetyten.command.officer;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.aggregate.Days;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.command.officer.ConversationCommand.AddConversationNote;
import org.ninetyten.command.officer.ConversationCommand.CompleteAgreedAction;
import org.ninetyten.command.officer.OfficerCommand.RecordCoachingConversation;
import org.ninetyten.command.scope.KnownCase;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.edge.refusal.Violation;
import org.ninetyten.events.Subject;
import org.ninetyten.events.officer.OfficerEvent;
import org.ninetyten.events.officer.OfficerEvent.AgreedActionCompleted;
import org.ninetyten.events.officer.OfficerEvent.CoachingConversationRecorded;
import org.ninetyten.events.officer.OfficerEvent.ConversationNoteAdded;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;

/** Coaching conversations: what they are linked to, what was agreed in them, and what the officer says of them. */
final class Conversations {

    private Conversations() {}

    /** A conversation about a case is one about the case's account, and stands in that account's history. */
    static CoachingConversationRecorded held(RecordCoachingConversation command, Streams streams) {
        OfficerCommand.Conversation given = command.conversation();
        String accountOfCase = KnownCase.of(given.transgressionId(), streams)
                .map(linked -> linked.report().accountId())
                .orElse(null);
        return new CoachingConversationRecorded(
                command.officerId(),
                given.conversationId(),
                given.heldOn(),
                command.by().id(),
                given.topics(),
                given.summary(),
                given.agreedActions(),
                given.accountId() == null ? accountOfCase : given.accountId(),
                given.transgressionId());
    }

    /**
     * @throws Refusal {@code no-such-account}; {@code no-such-transgression}, also where whoever holds it may not know of
     *     the case; {@code transgression-of-another-officer}: one about a case is held with the officer whom it is about
     */
    static void checkLinks(RecordCoachingConversation command, Streams streams) {
        OfficerCommand.Conversation given = command.conversation();
        refuseUnknown(streams, Subject.ACCOUNT, given.accountId());
        String caseId = given.transgressionId();
        if (caseId != null) {
            KnownCase linked = KnownCase.of(caseId, streams)
                    .filter(known -> known.isThereFor(command.by(), command.officerId(), streams))
                    .orElseThrow(() -> unknown(Subject.TRANSGRESSION, caseId));
            refuseCaseOfAnother(command.officerId(), linked.report());
        }
    }

    /**
     * @param recorded under the conversation's id
     * @throws Refusal {@code no-such-conversation}, also for the officer themselves where it is about a case that does
     *     not show to them yet, and for whoever may not know of the case
     */
    static CoachingConversationRecorded shownTo(
            Actor actor, ConversationCommand command, @Nullable OfficerEvent recorded, Streams streams) {
        if (recorded instanceof CoachingConversationRecorded conversation && isThereFor(actor, conversation, streams)) {
            return conversation;
        }
        throw Refusal.notFound(
                "no-such-conversation",
                "There is no conversation '%s' with officer '%s'."
                        .formatted(command.conversationId(), command.officerId()));
    }

    /**
     * @param earlier what was recorded of that action before
     * @throws Refusal {@code no-such-action}
     */
    static AgreedActionCompleted completed(
            CompleteAgreedAction command,
            CoachingConversationRecorded conversation,
            @Nullable OfficerEvent earlier,
            Streams streams) {
        int agreed = conversation.agreedActions().size();
        if (command.action() < 1 || command.action() > agreed) {
            throw Refusal.notFound(
                    "no-such-action",
                    "There is no action %d: %d were agreed in the conversation '%s', counted from 1."
                            .formatted(command.action(), agreed, command.conversationId()));
        }
        return new AgreedActionCompleted(
                command.officerId(),
                command.conversationId(),
                command.action(),
                command.done().completedOn(),
                command.done().note(),
                conversation.accountId(),
                conversation.transgressionId(),
                earlier instanceof AgreedActionCompleted once
                        ? once.reflective()
                        : isReflective(conversation, streams));
    }

    /** @throws Refusal {@code date-in-future} or {@code completed-before-agreed} */
    static void checkDay(AgreedActionCompleted event, CoachingConversationRecorded conversation, Clock clock) {
        Days.refuseFuture("/completedOn", event.completedOn(), clock);
        if (event.completedOn().isBefore(conversation.heldOn())) {
            throw Refusal.invalid(
                    "completed-before-agreed",
                    "The conversation was held on %s; what was agreed in it cannot have been done before."
                            .formatted(conversation.heldOn()),
                    Violation.at("/completedOn", "must not be before " + conversation.heldOn()));
        }
    }

    /** @param earlier what was recorded as that note before */
    static ConversationNoteAdded note(
            AddConversationNote command,
            CoachingConversationRecorded conversation,
            @Nullable OfficerEvent earlier,
            Streams streams) {
        return new ConversationNoteAdded(
                command.officerId(),
                command.conversationId(),
                command.note().noteId(),
                command.note().note(),
                conversation.accountId(),
                conversation.transgressionId(),
                earlier instanceof ConversationNoteAdded once
                        ? once.reflective()
                        : isReflective(conversation, streams));
    }

    private static boolean isThereFor(Actor actor, CoachingConversationRecorded conversation, Streams streams) {
        return conversation.transgressionId() == null
                || KnownCase.of(conversation.transgressionId(), streams)
                        .filter(linked -> linked.isThereFor(actor.id(), actor.officerId()))
                        .isPresent();
    }

    /** What is said while a case is in reflective practice is said in it, and stays behind its wall. */
    private static boolean isReflective(CoachingConversationRecorded conversation, Streams streams) {
        return KnownCase.of(conversation.transgressionId(), streams)
                .filter(KnownCase::inReflectivePractice)
                .isPresent();
    }

    private static void refuseUnknown(Streams streams, Subject subject, @Nullable String id) {
        if (id != null && !streams.has(subject, id)) {
            throw unknown(subject, id);
        }
    }

    private static Refusal unknown(Subject subject, String id) {
        return Refusal.rule(
                "no-such-" + subject.word(),
                "There is no %s '%s' to link the conversation to.".formatted(subject.word(), id));
    }

    private static void refuseCaseOfAnother(String officerId, TransgressionReported reported) {
        if (!reported.officerId().equals(officerId)) {
            throw Refusal.rule(
                    "transgression-of-another-officer",
                    "The transgression '%s' is about another officer than '%s', so a conversation with '%s' is not linked to it."
                            .formatted(reported.transgressionId(), officerId, officerId));
        }
    }
}
