package org.ninetyten.events.stored;

import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One schema brought up to date by its owner role. Each schema keeps a Flyway history of its own. */
public record Migration(String schema, int applied) {

    private static final Logger log = LoggerFactory.getLogger(Migration.class);

    /**
     * Runs the schema's migrations as the owner role, or does nothing where that role is not given (then whoever
     * deploys runs them).
     *
     * @param location folder on the class path
     */
    public static Migration run(DatabaseProperties database, String schema, String location) {
        if (!database.migrate() || database.url() == null || database.ownerUser() == null) {
            log.info("Schema {}: migrations are run elsewhere", schema);
            return new Migration(schema, 0);
        }
        int applied = Flyway.configure()
                .dataSource(database.url(), database.ownerUser(), database.ownerPassword())
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:" + location)
                .connectRetries(30)
                .load()
                .migrate()
                .migrationsExecuted;
        log.info("Schema {}: {} migration(s) applied", schema, applied);
        return new Migration(schema, applied);
    }
}
