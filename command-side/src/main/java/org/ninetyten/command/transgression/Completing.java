package org.ninetyten.command.transgression;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.command.transgression.TransgressionCommand.CompleteResponse;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.events.Subject;
import org.ninetyten.events.officer.OfficerEvent;
import org.ninetyten.events.officer.OfficerEvent.CoachingConversationRecorded;
import org.ninetyten.events.officer.OfficerEvent.TrainingRecorded;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.transgression.TransgressionEvent.ResponseCompleted;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;

/** By what each response is completed. */
final class Completing {

    private static final String WALLED_NOTE = "Reflective practice completed.";

    private Completing() {}

    /** What an officer says in reflective practice goes behind the wall, the rest is an ordinary note. */
    static ResponseCompleted event(CompleteResponse command, TransgressionReported report, Response response) {
        TransgressionCommand.Completion given = command.completion();
        boolean walled = response == Response.REFLECTIVE_PRACTICE;
        return new ResponseCompleted(
                command.transgressionId(),
                report.officerId(),
                report.accountId(),
                response,
                given.completedOn(),
                walled ? WALLED_NOTE : given.note(),
                given.reference(),
                walled ? given.note() : null);
    }

    static boolean throughConversation(Response response) {
        return response == Response.ADVICE || response == Response.COACHING;
    }

    static ResponseCompleted event(
            CompleteThroughConversation command, TransgressionReported report, Response response) {
        return new ResponseCompleted(
                command.transgressionId(),
                report.officerId(),
                report.accountId(),
                response,
                command.heldOn(),
                "Completed through the coaching conversation '%s'.".formatted(command.conversationId()),
                command.conversationId(),
                null);
    }

    /**
     * @throws Refusal {@code conversation-required}, {@code training-required} or {@code reference-required} where what
     *     the response asks for has not been done
     */
    static void check(ResponseCompleted event, Streams streams) {
        switch (event.response()) {
            case ADVICE, COACHING -> requireConversation(event, streams);
            case TRAINING -> requireTraining(event, streams);
            case MISCONDUCT_REFERRAL -> requireReference(event.reference());
            case NO_ACTION, REFLECTIVE_PRACTICE, SUSPEND_ACCESS -> {}
        }
    }

    private static void requireConversation(ResponseCompleted event, Streams streams) {
        boolean held = of(event, streams).stream()
                .anyMatch(e -> e instanceof CoachingConversationRecorded conversation
                        && conversation.conversationId().equals(event.reference())
                        && event.transgressionId().equals(conversation.transgressionId()));
        if (!held) {
            throw Refusal.rule(
                    "conversation-required",
                    "%s is completed through a coaching conversation linked to this case: record one with its"
                                    .formatted(event.response())
                            + " transgressionId, or name it as the reference.");
        }
    }

    private static void requireTraining(ResponseCompleted event, Streams streams) {
        boolean done = of(event, streams).stream()
                .anyMatch(e -> e instanceof TrainingRecorded training
                        && training.trainingId().equals(event.reference()));
        if (!done) {
            throw Refusal.rule(
                    "training-required",
                    "TRAINING is completed through a training of this officer: record it, then name its id as the"
                            + " reference.");
        }
    }

    private static void requireReference(@Nullable String reference) {
        if (reference == null) {
            throw Refusal.rule(
                    "reference-required",
                    "A misconduct referral is completed with the reference of the misconduct case.");
        }
    }

    private static List<OfficerEvent> of(ResponseCompleted event, Streams streams) {
        return streams.read(Subject.OFFICER, event.officerId(), OfficerEvent.class);
    }
}
