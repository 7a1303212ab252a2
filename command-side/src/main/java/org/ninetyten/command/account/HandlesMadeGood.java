package org.ninetyten.command.account;

import java.util.List;
import org.ninetyten.command.aggregate.Streams;
import org.ninetyten.command.axonserver.BesideTheLog;
import org.ninetyten.events.Event;
import org.ninetyten.events.Subject;
import org.ninetyten.events.account.AccountEvent.AccountClosed;
import org.ninetyten.events.account.AccountEvent.AccountRefused;
import org.ninetyten.events.account.AccountEvent.AccountRequested;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Handles as the events imply them: taken by each open account, given back by each that is not. */
@Component
class HandlesMadeGood implements BesideTheLog {

    private static final Logger log = LoggerFactory.getLogger(HandlesMadeGood.class);

    private final Handles handles;
    private final Streams streams;

    HandlesMadeGood(Handles handles, Streams streams) {
        this.handles = handles;
        this.streams = streams;
    }

    @Override
    public void madeGood(Event event) {
        if (event instanceof AccountRequested requested) {
            take(requested);
        } else if (event instanceof AccountRefused || event instanceof AccountClosed) {
            handles.release(event.subjectId());
        }
    }

    private void take(AccountRequested requested) {
        String id = requested.accountId();
        if (isOpen(id) && !handles.take(requested.platform(), requested.handle(), id)) {
            log.error("Account {} and another that is open have one handle: close one of them (handle-taken)", id);
        }
    }

    /** By now, whatever has been copied by now. */
    private boolean isOpen(String accountId) {
        List<Event> events = streams.read(Subject.ACCOUNT, accountId);
        return events.stream().noneMatch(event -> event instanceof AccountRefused || event instanceof AccountClosed);
    }
}
