package org.ninetyten.standalone;

import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Takes over from a process that was killed. It left its claims on the tokens of the processors, and on rebuilds and imports, and
 * whoever comes next would wait for them to lapse before going on. Here nobody can still hold one: the data directory is this
 * process's alone. Made before the processors start.
 */
@DependsOn({"eventStoreMigration", "readModelMigration"})
class AbandonedClaims {

    AbandonedClaims(JdbcTemplate database) {
        database.update("UPDATE eventstore.token_entry SET owner = NULL WHERE owner IS NOT NULL");
        database.update("UPDATE readmodel.token_entry SET owner = NULL WHERE owner IS NOT NULL");
        database.update("UPDATE readmodel.rebuild SET owner = NULL WHERE owner IS NOT NULL");
        database.update("UPDATE eventstore.bulk_import SET lease_until = NULL WHERE state = 'RUNNING'");
    }
}
