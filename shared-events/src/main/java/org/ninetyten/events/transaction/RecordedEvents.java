package org.ninetyten.events.transaction;

import org.axonframework.messaging.unitofwork.UnitOfWork;

/** How many events a command and the commands within it have recorded, which are kept together. */
public final class RecordedEvents {

    private static final String COUNT = RecordedEvents.class.getName();

    private RecordedEvents() {}

    public static void oneMoreIn(UnitOfWork<?> unitOfWork) {
        unitOfWork.root().resources().merge(COUNT, 1, (before, one) -> (int) before + (int) one);
    }

    public static int in(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getOrDefaultResource(COUNT, 0);
    }
}
