package org.ninetyten.command.scope;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Command;
import org.ninetyten.command.aggregate.NotThere;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.edge.caller.Scope;
import org.ninetyten.edge.refusal.Refusal;
import org.ninetyten.events.Event;
import org.ninetyten.events.Subject;
import org.ninetyten.events.account.AccountEvent;
import org.ninetyten.events.account.AccountEvent.AccountRequested;
import org.ninetyten.events.account.AccountEvent.AccountTransferred;
import org.ninetyten.events.account.AccountEvent.HolderLeft;
import org.ninetyten.events.stored.RecordedEvent;
import org.springframework.stereotype.Component;

/**
 * Holds a command against its giver's {@link Scope} before it reaches what it is about. A unit is an officer's as it is
 * now: an account is of its holder's, a case of its officer's. That there is an officer or an account is no secret: who
 * may not act on it is told so. That there is a case is one: it is not there for them.
 */
@Component
public class Scopes {

    private static final Set<Class<? extends Event>> SAY_HOLDER =
            Set.of(AccountRequested.class, AccountTransferred.class, HolderLeft.class);

    /** Metadata of a command to an officer: the unit that they must be of, which their own record knows. */
    public static final String WITHIN_UNIT = "withinUnit";

    private final Streams streams;

    Scopes(Streams streams) {
        this.streams = streams;
    }

    /** Who answers for an account; empty where nobody does. */
    private record Holder(String officerId) {}

    /**
     * @return of what unit an officer has to be for a command to them, which is for their record to say: {@link
     *     #WITHIN_UNIT}; absent where it was found out here
     * @throws Refusal {@code not-your-unit}, or 404 for a case; nothing for what is not there, which is told otherwise
     */
    public @Nullable String refuseOutside(Command command, Scope scope) {
        boolean ofACase = command.subject() == Subject.TRANSGRESSION && command.aboutOfficer() == null;
        boolean limited = !scope.aboutAnyone() && scope.ofUnit();
        if (ofACase) {
            refuseCase(command, scope);
        } else if (limited && command.subject() == Subject.OFFICER) {
            return command.subjectId().equals(scope.officerId()) ? null : Objects.requireNonNullElse(scope.unit(), "");
        } else if (limited) {
            String officer = officerOf(command);
            if (officer != null && !isWithin(scope, officer)) {
                throw Refusal.notYourUnit();
            }
        }
        return null;
    }

    /** @throws Refusal {@code not-your-unit} where it has to be of another one */
    public static void refuseOutside(@Nullable String withinUnit, String unit) {
        if (withinUnit != null && !withinUnit.equals(unit)) {
            throw Refusal.notYourUnit();
        }
    }

    /** What nobody answers for is of no unit. Of an officer who is not there the command itself is told. */
    private boolean isWithin(Scope scope, String officerId) {
        String unit = OfficersUnit.of(officerId, streams);
        return unit == null ? !officerId.isEmpty() : scope.covers(officerId, unit);
    }

    private void refuseCase(Command command, Scope scope) {
        if (scope.aboutAnyone() && scope.caller().officerId() == null) {
            return;
        }
        KnownCase known = KnownCase.of(command.subjectId(), streams).orElse(null);
        if (known == null) {
            return;
        }
        String officer = known.report().officerId();
        boolean there = scope.covers(officer, scope.ofUnit() ? OfficersUnit.of(officer, streams) : null)
                && known.isThereFor(scope.caller().id(), scope.caller().officerId());
        if (!there) {
            throw NotThere.refusal(command);
        }
    }

    private @Nullable String officerOf(Command command) {
        String officer = command.aboutOfficer();
        if (officer != null) {
            return officer;
        }
        return switch (command.subject()) {
            case ACCOUNT ->
                streams.fold(Subject.ACCOUNT, command.subjectId(), Holder.class, SAY_HOLDER, Scopes::holder)
                        .map(Holder::officerId)
                        .orElse(null);
            default -> null;
        };
    }

    private static Holder holder(List<RecordedEvent> events) {
        String holder = "";
        for (RecordedEvent recorded : events) {
            if ((AccountEvent) recorded.event() instanceof AccountRequested requested) {
                holder = requested.holderId();
            } else if (recorded.event() instanceof AccountTransferred transferred) {
                holder = transferred.holderId();
            } else if (recorded.event() instanceof HolderLeft) {
                holder = "";
            }
        }
        return new Holder(holder);
    }
}
