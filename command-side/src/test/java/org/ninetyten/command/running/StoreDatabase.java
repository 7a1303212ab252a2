package org.ninetyten.command.running;

import java.util.List;
import java.util.Map;
import org.ninetyten.database.DatabaseRole;
import org.ninetyten.database.EmbeddedDatabase;
import org.ninetyten.database.Login;
import org.ninetyten.events.stored.Provenance;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database of a test's own, looked at from outside the application: what it sees is committed. */
public final class StoreDatabase {

    private final String url;
    private final JdbcTemplate owner;

    private StoreDatabase(String url) {
        this.url = url;
        this.owner = new JdbcTemplate(dataSource(DatabaseRole.OWNER));
    }

    /** @param name unique in this JVM */
    public static StoreDatabase create(String name) {
        return new StoreDatabase(EmbeddedDatabase.shared().createDatabase(name));
    }

    public String url() {
        return url;
    }

    public DriverManagerDataSource dataSource(DatabaseRole role) {
        Login login = EmbeddedDatabase.shared().login(role);
        return new DriverManagerDataSource(url, login.user(), login.password());
    }

    /**
     * Everything that people's commands keep: how many events and how far they go, handles, and what policies are to be
     * reminded of. What the system does by itself goes on meanwhile, and is left out.
     */
    public Map<String, Long> kept() {
        String byPeople = " FROM eventstore.domain_event"
                + " WHERE convert_from(metadata, 'UTF8')::jsonb ->> 'actorId' <> '" + Provenance.SYSTEM + "'";
        return Map.of(
                "events", number("SELECT count(*)" + byPeople),
                "position", number("SELECT coalesce(max(position), 0)" + byPeople),
                "handles", number("SELECT count(*) FROM eventstore.handle_reservation"),
                "reminders",
                        number("SELECT count(*) FROM eventstore.scheduled_tasks WHERE task_instance LIKE 'policy-%'"));
    }

    /** The kinds of one subject's events, oldest first. */
    public List<String> kinds(String stream) {
        return owner.queryForList(
                "SELECT event_type FROM eventstore.domain_event WHERE stream = ? ORDER BY sequence_number",
                String.class,
                stream);
    }

    public List<String> metadata(String stream) {
        return owner.queryForList(
                "SELECT convert_from(metadata, 'UTF8') FROM eventstore.domain_event WHERE stream = ? ORDER BY sequence_number",
                String.class,
                stream);
    }

    public List<String> payloads(String stream) {
        return owner.queryForList(
                "SELECT convert_from(payload, 'UTF8') FROM eventstore.domain_event WHERE stream = ? ORDER BY sequence_number",
                String.class,
                stream);
    }

    /** The account that has the handle, if any. */
    public List<String> accountsWith(String platformKey, String handleKey) {
        return owner.queryForList(
                "SELECT account_id FROM eventstore.handle_reservation WHERE platform_key = ? AND handle_key = ?",
                String.class,
                platformKey,
                handleKey);
    }

    /** How many sessions wait for a lock of another. */
    public long waiting() {
        return number("SELECT count(*) FROM pg_locks WHERE NOT granted"
                + " AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())");
    }

    private long number(String query) {
        Long number = owner.queryForObject(query, Long.class);
        return number == null ? 0 : number;
    }
}
