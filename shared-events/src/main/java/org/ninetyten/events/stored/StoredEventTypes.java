package org.ninetyten.events.stored;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ninetyten.events.Event;
import org.ninetyten.events.account.AccountEvent;
import org.ninetyten.events.officer.OfficerEvent;
import org.ninetyten.events.policy.PolicyEvent;
import org.ninetyten.events.transgression.TransgressionEvent;

/**
 * The names under which events are stored. A name is logical: it stays when the class moves or is renamed. A revision
 * goes up when a stored shape changes, with an upcaster from the one before.
 */
public final class StoredEventTypes {

    /** One event's stored name and revision. */
    public record StoredType(String name, String revision, Class<? extends Event> type) {}

    private static final List<StoredType> TYPES = List.of(
            type("OfficerRegistered", OfficerEvent.OfficerRegistered.class),
            type("OfficerDetailsChanged", OfficerEvent.OfficerDetailsChanged.class),
            type("TrainingRecorded", OfficerEvent.TrainingRecorded.class),
            type("AcknowledgementRequired", OfficerEvent.AcknowledgementRequired.class),
            type("AcknowledgementMissed", OfficerEvent.AcknowledgementMissed.class),
            type("PolicyAcknowledged", OfficerEvent.PolicyAcknowledged.class),
            type("CoachingConversationRecorded", OfficerEvent.CoachingConversationRecorded.class),
            type("ConversationNoteAdded", OfficerEvent.ConversationNoteAdded.class),
            type("AgreedActionCompleted", OfficerEvent.AgreedActionCompleted.class),
            type("TrainingLapsed", OfficerEvent.TrainingLapsed.class),
            type("CheckInRecorded", OfficerEvent.CheckInRecorded.class),
            type("CheckInMissed", OfficerEvent.CheckInMissed.class),
            type("AdviceRequested", OfficerEvent.AdviceRequested.class),
            type("AdviceGiven", OfficerEvent.AdviceGiven.class),
            type("AdviceOutcomeRecorded", OfficerEvent.AdviceOutcomeRecorded.class),
            type("OfficerLeft", OfficerEvent.OfficerLeft.class),
            type("LegalHoldPlaced", OfficerEvent.LegalHoldPlaced.class),
            type("LegalHoldLifted", OfficerEvent.LegalHoldLifted.class),
            type("OfficerErasureProposed", OfficerEvent.OfficerErasureProposed.class),
            type("OfficerErased", OfficerEvent.OfficerErased.class),
            type("AccountRequested", AccountEvent.AccountRequested.class),
            type("AccountAuthorised", AccountEvent.AccountAuthorised.class),
            type("AccountRefused", AccountEvent.AccountRefused.class),
            type("OperatorAdded", AccountEvent.OperatorAdded.class),
            type("OperatorRemoved", AccountEvent.OperatorRemoved.class),
            type("AccountSuspended", AccountEvent.AccountSuspended.class),
            type("AccountReinstated", AccountEvent.AccountReinstated.class),
            type("AccountClosed", AccountEvent.AccountClosed.class),
            type("PurposeChanged", AccountEvent.PurposeChanged.class),
            type("AccountTransferred", AccountEvent.AccountTransferred.class),
            type("HolderLeft", AccountEvent.HolderLeft.class),
            type("AccountReviewed", AccountEvent.AccountReviewed.class),
            type("PostCommended", AccountEvent.PostCommended.class),
            type("PostsSampled", AccountEvent.PostsSampled.class),
            type("PolicyDrafted", PolicyEvent.PolicyDrafted.class),
            type("PolicyRevised", PolicyEvent.PolicyRevised.class),
            type("PolicyVersionPublished", PolicyEvent.PolicyVersionPublished.class),
            type("PolicyReviewedUnchanged", PolicyEvent.PolicyReviewedUnchanged.class),
            type("PolicyReviewMissed", PolicyEvent.PolicyReviewMissed.class),
            type("PolicyWithdrawn", PolicyEvent.PolicyWithdrawn.class),
            type("TransgressionReported", TransgressionEvent.TransgressionReported.class),
            type("TransgressionAssessed", TransgressionEvent.TransgressionAssessed.class),
            type("OfficerNotified", TransgressionEvent.OfficerNotified.class),
            type("OfficerAnswered", TransgressionEvent.OfficerAnswered.class),
            type("AnswerWindowLapsed", TransgressionEvent.AnswerWindowLapsed.class),
            type("NoticeOverdue", TransgressionEvent.NoticeOverdue.class),
            type("ResponseCompleted", TransgressionEvent.ResponseCompleted.class),
            type("ReviewRequested", TransgressionEvent.ReviewRequested.class),
            type("ReviewDecided", TransgressionEvent.ReviewDecided.class),
            type("TransgressionWithdrawn", TransgressionEvent.TransgressionWithdrawn.class),
            type("TransgressionClosed", TransgressionEvent.TransgressionClosed.class),
            type("TransgressionReopened", TransgressionEvent.TransgressionReopened.class),
            type("TransgressionRestricted", TransgressionEvent.TransgressionRestricted.class),
            type("TransgressionUnrestricted", TransgressionEvent.TransgressionUnrestricted.class));

    private static final Map<String, StoredType> BY_NAME =
            TYPES.stream().collect(Collectors.toUnmodifiableMap(StoredType::name, Function.identity()));
    private static final Map<Class<?>, StoredType> BY_CLASS =
            TYPES.stream().collect(Collectors.toUnmodifiableMap(StoredType::type, Function.identity()));

    private StoredEventTypes() {}

    /** Every event that can stand in the store. */
    public static List<StoredType> all() {
        return TYPES;
    }

    public static Optional<StoredType> named(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** @throws IllegalArgumentException for a class that is no stored event */
    public static StoredType of(Class<?> type) {
        StoredType stored = BY_CLASS.get(type);
        if (stored == null) {
            throw new IllegalArgumentException(type.getName() + " has no stored name: add it to StoredEventTypes");
        }
        return stored;
    }

    private static StoredType type(String name, Class<? extends Event> type) {
        return new StoredType(name, "1", type);
    }
}
