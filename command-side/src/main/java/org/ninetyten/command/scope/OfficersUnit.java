package org.ninetyten.command.scope;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.events.Event;
import org.ninetyten.events.Subject;
import org.ninetyten.events.officer.OfficerEvent.OfficerDetailsChanged;
import org.ninetyten.events.officer.OfficerEvent.OfficerRegistered;
import org.ninetyten.events.stored.RecordedEvent;

/** The unit that an officer is of now. */
record OfficersUnit(String name) {

    private static final Set<Class<? extends Event>> SAY_UNIT =
            Set.of(OfficerRegistered.class, OfficerDetailsChanged.class);

    /** @return nothing where there is no such officer */
    static @Nullable String of(String officerId, Streams streams) {
        return officerId.isEmpty()
                ? null
                : streams.fold(Subject.OFFICER, officerId, OfficersUnit.class, SAY_UNIT, OfficersUnit::fold)
                        .map(OfficersUnit::name)
                        .orElse(null);
    }

    private static OfficersUnit fold(List<RecordedEvent> events) {
        String unit = "";
        for (RecordedEvent recorded : events) {
            if (recorded.event() instanceof OfficerRegistered registered) {
                unit = registered.unit();
            } else if (recorded.event() instanceof OfficerDetailsChanged changed) {
                unit = changed.unit();
            }
        }
        return new OfficersUnit(unit);
    }
}
