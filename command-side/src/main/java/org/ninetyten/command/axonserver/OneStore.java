package org.ninetyten.command.axonserver;

import org.ninetyten.events.stored.EventLog;
import org.ninetyten.events.stored.Migration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Refuses to start on a database whose events are kept in the other place: with two places that are both written to,
 * neither is the record.
 */
@Component
final class OneStore {

    OneStore(
            @Qualifier("eventStoreMigration") Migration migrated,
            JdbcTemplate jdbc,
            @Value("${" + EventLog.KEPT_ELSEWHERE + ":false}") boolean inAxonServer) {
        boolean hasEvents = is(jdbc, "SELECT EXISTS (SELECT FROM eventstore.domain_event)");
        boolean isCopy = is(
                jdbc,
                "SELECT EXISTS (SELECT FROM eventstore.token_entry WHERE processorName = '" + LogCopy.PROCESSOR + "')");
        if (inAxonServer && hasEvents && !isCopy) {
            throw new IllegalStateException("This database keeps events itself. Start without the profile axonserver, "
                    + "or on a new database: events are not moved from one to the other.");
        }
        if (!inAxonServer && isCopy) {
            throw new IllegalStateException("This database has a copy of events that Axon Server keeps. Start with the "
                    + "profile axonserver: what was recorded here alone, Axon Server would never know.");
        }
    }

    private static boolean is(JdbcTemplate jdbc, String sql) {
        return Boolean.TRUE.equals(jdbc.queryForObject(sql, Boolean.class));
    }
}
