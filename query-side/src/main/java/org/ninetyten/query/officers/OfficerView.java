package org.ninetyten.query.officers;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ninetyten.query.advice.AdviceView;
import org.ninetyten.query.projection.Lists;

/**
 * An officer as they stand now.
 *
 * @param version how many events they have; the {@code ETag}
 * @param advice that they asked for before posting, oldest first
 * @param support fields of their own beside the others
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OfficerView(
        String id,
        long version,
        String name,
        String collarNumber,
        String unit,
        boolean staff,
        Instant registeredAt,
        List<Training> training,
        List<Requirement> acknowledgementsRequired,
        List<Acknowledgement> acknowledgements,
        List<Conversation> conversations,
        List<AdviceView> advice,
        @JsonUnwrapped OfficerSupport support) {

    OfficerView at(long newVersion) {
        return changed(change -> change.version = newVersion);
    }

    OfficerView detailed(String newName, String newCollarNumber, String newUnit, boolean isStaff) {
        return changed(change -> {
            change.name = newName;
            change.collarNumber = newCollarNumber;
            change.unit = newUnit;
            change.staff = isStaff;
        });
    }

    OfficerView with(Training added) {
        return changed(change -> {
            change.training = Lists.with(training, added);
            change.support = support.trained(added.validUntil());
        });
    }

    OfficerView lapsed(String trainingId, LocalDate until) {
        return changed(change -> {
            change.training = Lists.each(training, one -> one.trainingId().equals(trainingId) ? one.thatLapsed() : one);
            change.support = support.lapsed(until);
        });
    }

    OfficerView with(OfficerSupport newSupport) {
        return changed(change -> change.support = newSupport);
    }

    OfficerView with(Requirement added) {
        return changed(change -> change.acknowledgementsRequired = Lists.with(acknowledgementsRequired, added));
    }

    /** An acknowledgement meets what was required of that version and of older ones. */
    OfficerView with(Acknowledgement added) {
        return changed(change -> {
            change.acknowledgementsRequired = Lists.each(acknowledgementsRequired, one -> one.metBy(added));
            change.acknowledgements = Lists.with(acknowledgements, added);
        });
    }

    OfficerView with(Conversation added) {
        return changed(change -> change.conversations = Lists.with(conversations, added));
    }

    OfficerView with(AdviceView added) {
        return changed(change -> change.advice = Lists.with(advice, added));
    }

    OfficerView missed(String policyId, int ofVersion) {
        return changed(change -> change.acknowledgementsRequired = Lists.each(
                acknowledgementsRequired,
                one -> one.isOf(policyId) && one.version() == ofVersion ? one.thatWasMissed() : one));
    }

    OfficerView withConversation(String conversationId, UnaryOperator<Conversation> to) {
        return changed(change -> change.conversations =
                Lists.each(conversations, one -> one.conversationId().equals(conversationId) ? to.apply(one) : one));
    }

    OfficerView withAdvice(String adviceId, UnaryOperator<AdviceView> to) {
        return changed(change ->
                change.advice = Lists.each(advice, one -> one.adviceId().equals(adviceId) ? to.apply(one) : one));
    }

    /** As it shows to the officer: without conversations held because of a case of which they were not told yet. */
    OfficerView toldOnlyOf(Set<String> transgressionIds) {
        return changed(change -> change.conversations = conversations.stream()
                .filter(one -> one.transgressionId() == null || transgressionIds.contains(one.transgressionId()))
                .toList());
    }

    boolean isLinkedToCases() {
        return conversations.stream().anyMatch(one -> one.transgressionId() != null);
    }

    /** As it shows to whoever may not know of these cases. */
    OfficerView without(Set<String> transgressionIds) {
        return changed(change -> change.conversations = conversations.stream()
                .filter(one -> one.transgressionId() == null || !transgressionIds.contains(one.transgressionId()))
                .toList());
    }

    /** As it shows to whoever may not read what the officer says in reflective practice. */
    OfficerView outsideTheWall() {
        return changed(change -> change.conversations = Lists.each(conversations, Conversation::outsideTheWall));
    }

    /** With whether advice is overdue then. */
    OfficerView withOverdueAt(Instant instant) {
        return changed(change -> change.advice = Lists.each(advice, one -> one.at(instant)));
    }

    private OfficerView changed(Consumer<Change> to) {
        Change change = new Change(this);
        to.accept(change);
        return change.view();
    }

    /** What an event changes, on the way from one view to the next; used by one thread and never kept. */
    private static final class Change {

        private final OfficerView before;
        private long version;
        private String name;
        private String collarNumber;
        private String unit;
        private boolean staff;
        private List<Training> training;
        private List<Requirement> acknowledgementsRequired;
        private List<Acknowledgement> acknowledgements;
        private List<Conversation> conversations;
        private List<AdviceView> advice;
        private OfficerSupport support;

        private Change(OfficerView before) {
            this.before = before;
            version = before.version();
            name = before.name();
            collarNumber = before.collarNumber();
            unit = before.unit();
            staff = before.staff();
            training = before.training();
            acknowledgementsRequired = before.acknowledgementsRequired();
            acknowledgements = before.acknowledgements();
            conversations = before.conversations();
            advice = before.advice();
            support = before.support();
        }

        private OfficerView view() {
            return new OfficerView(
                    before.id(),
                    version,
                    name,
                    collarNumber,
                    unit,
                    staff,
                    before.registeredAt(),
                    training,
                    acknowledgementsRequired,
                    acknowledgements,
                    conversations,
                    advice,
                    support);
        }
    }

    /**
     * A version that had to be acknowledged.
     *
     * @param dueBy the last day for it
     * @param acknowledgedOn when that version or a later one was; absent while it is not
     * @param missed whether the day passed without
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Requirement(
            String policyId,
            int version,
            LocalDate dueBy,
            @Nullable LocalDate acknowledgedOn,
            boolean missed) {

        boolean isOf(String policy) {
            return policyId.equals(policy);
        }

        Requirement thatWasMissed() {
            return new Requirement(policyId, version, dueBy, acknowledgedOn, true);
        }

        Requirement metBy(Acknowledgement acknowledgement) {
            boolean meets =
                    acknowledgedOn == null && isOf(acknowledgement.policyId()) && acknowledgement.version() >= version;
            return meets ? new Requirement(policyId, version, dueBy, acknowledgement.acknowledgedOn(), missed) : this;
        }
    }

    /**
     * @param validUntil the last day on which it counts; absent where the policy says how long
     * @param lapsed whether it ran out with no other to follow it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Training(
            String trainingId,
            String course,
            LocalDate completedOn,
            @Nullable LocalDate validUntil,
            Instant recordedAt,
            boolean lapsed) {

        Training thatLapsed() {
            return new Training(trainingId, course, completedOn, validUntil, recordedAt, true);
        }
    }

    /** @param recordedBy who recorded it; not the officer themselves where it was signed on paper */
    public record Acknowledgement(
            String policyId,
            int version,
            LocalDate acknowledgedOn,
            boolean onPaper,
            String recordedBy,
            Instant recordedAt) {}

    /**
     * @param agreedActions in the order in which they were agreed
     * @param notes the officer's own, beside the summary of whoever held it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Conversation(
            String conversationId,
            LocalDate heldOn,
            String heldBy,
            List<String> topics,
            String summary,
            List<AgreedAction> agreedActions,
            @Nullable String accountId,
            @Nullable String transgressionId,
            Instant recordedAt,
            List<Note> notes) {

        Conversation with(Note added) {
            return following(agreedActions, Lists.with(notes, added));
        }

        Conversation withDone(AgreedAction done) {
            return following(Lists.each(agreedActions, one -> one.n() == done.n() ? done : one), notes);
        }

        String agreed(int n) {
            return agreedActions.get(n - 1).action();
        }

        private Conversation outsideTheWall() {
            return following(
                    Lists.each(agreedActions, AgreedAction::outsideTheWall), Lists.each(notes, Note::outsideTheWall));
        }

        private Conversation following(List<AgreedAction> actions, List<Note> newNotes) {
            return new Conversation(
                    conversationId,
                    heldOn,
                    heldBy,
                    topics,
                    summary,
                    actions,
                    accountId,
                    transgressionId,
                    recordedAt,
                    newNotes);
        }
    }

    /**
     * @param n its number, counted from 1
     * @param completedOn absent until it is done, as are recordedBy and recordedAt
     * @param reflective present where the note was made in reflective practice: it shows to the officer and the
     *     supervisors of their unit alone
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AgreedAction(
            int n,
            String action,
            boolean done,
            @Nullable LocalDate completedOn,
            @Nullable String note,
            @Nullable String recordedBy,
            @Nullable Instant recordedAt,
            @Nullable Boolean reflective) {

        static AgreedAction open(int n, String action) {
            return new AgreedAction(n, action, false, null, null, null, null, null);
        }

        private AgreedAction outsideTheWall() {
            return Boolean.TRUE.equals(reflective)
                    ? new AgreedAction(n, action, done, completedOn, null, recordedBy, recordedAt, true)
                    : this;
        }
    }

    /**
     * @param note absent where it was said in reflective practice, for all but the officer and the supervisors of their
     *     unit
     * @param reflective present where it was
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Note(
            String noteId,
            @Nullable String note,
            Instant recordedAt,
            @Nullable Boolean reflective) {

        private Note outsideTheWall() {
            return Boolean.TRUE.equals(reflective) ? new Note(noteId, null, recordedAt, true) : this;
        }
    }
}
