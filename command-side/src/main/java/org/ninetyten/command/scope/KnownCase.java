package org.ninetyten.command.scope;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Actor;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.events.Subject;
import org.ninetyten.events.policy.Response;
import org.ninetyten.events.transgression.TransgressionEvent;
import org.ninetyten.events.transgression.TransgressionEvent.OfficerNotified;
import org.ninetyten.events.transgression.TransgressionEvent.ReviewDecided;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionAssessed;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReopened;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionReported;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionRestricted;
import org.ninetyten.events.transgression.TransgressionEvent.TransgressionUnrestricted;

/**
 * A case, as far as it depends on it for whom it is there, and what may be said of a conversation that is linked to it.
 *
 * @param shownToOfficer whether the officer whom it is about was told of it, or it stands explained as no breach
 * @param inReflectivePractice whether reflective practice is the response in force
 * @param allowed ids of the callers for whom alone it is there; absent where it is not restricted
 */
public record KnownCase(
        TransgressionReported report,
        boolean shownToOfficer,
        boolean inReflectivePractice,
        @Nullable List<String> allowed) {

    public KnownCase {
        allowed = allowed == null ? null : List.copyOf(allowed);
    }

    /** Whether whoever has that id, and may be that officer, may know of it; whatever their role lets them see. */
    public boolean isThereFor(String callerId, @Nullable String callersOfficerId) {
        boolean listed = allowed == null || allowed.contains(callerId);
        return listed && (shownToOfficer || !report.officerId().equals(callersOfficerId));
    }

    /**
     * Whether it is there for someone who does something about an officer that is theirs to do: of one about another officer
     * a supervisor may know where both are of one unit, and an officer never.
     */
    public boolean isThereFor(Actor actor, String officerId, Streams streams) {
        return isThereFor(actor.id(), actor.officerId())
                && switch (actor.role()) {
                    case OFFICER -> actor.isOfficer(report.officerId());
                    case SUPERVISOR -> isOfTheUnitOf(officerId, streams);
                    default -> true;
                };
    }

    private boolean isOfTheUnitOf(String officerId, Streams streams) {
        String unit = OfficersUnit.of(report.officerId(), streams);
        return report.officerId().equals(officerId)
                || (unit != null && unit.equals(OfficersUnit.of(officerId, streams)));
    }

    /** @return nothing for no id, and where there is no such case */
    public static Optional<KnownCase> of(@Nullable String transgressionId, Streams streams) {
        return transgressionId == null
                ? Optional.empty()
                : of(streams.read(Subject.TRANSGRESSION, transgressionId, TransgressionEvent.class));
    }

    private static Optional<KnownCase> of(List<TransgressionEvent> events) {
        TransgressionReported report = null;
        boolean told = false;
        boolean explained = false;
        Response response = null;
        List<String> allowed = null;
        for (TransgressionEvent event : events) {
            if (event instanceof TransgressionReported reported) {
                report = reported;
            } else if (event instanceof TransgressionAssessed assessed) {
                explained = !assessed.breach();
                response = assessed.response();
            } else if (event instanceof OfficerNotified) {
                told = true;
            } else if (event instanceof ReviewDecided decided) {
                response = decided.response();
            } else if (event instanceof TransgressionReopened) {
                explained = false;
                response = null;
            } else if (event instanceof TransgressionRestricted restricted) {
                allowed = restricted.allowed();
            } else if (event instanceof TransgressionUnrestricted) {
                allowed = null;
            }
        }
        return report == null
                ? Optional.empty()
                : Optional.of(
                        new KnownCase(report, told || explained, response == Response.REFLECTIVE_PRACTICE, allowed));
    }
}
