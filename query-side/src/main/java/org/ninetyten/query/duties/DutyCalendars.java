package org.ninetyten.query.duties;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.caller.Role;
import org.ninetyten.edge.refusal.Refusal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The feeds that calendar programs read by a secret address. What is kept of a secret does not give it away. */
@Component
class DutyCalendars {

    private static final Duration LIFE = Duration.ofDays(365);

    private static final int SECRET_BYTES = 32;

    /** A person has a few programs; whoever makes more has lost count. */
    private static final int AT_MOST = 20;

    private final SecureRandom random = new SecureRandom();
    private final JdbcTemplate jdbc;
    private final Clock clock;

    DutyCalendars(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param ownerId whose it is
     * @param officerId the officer they are, if they are one: no notice to themselves shows before they are told
     * @param role by which its kinds are chosen
     */
    record Feed(
            UUID id,
            String ownerId,
            @Nullable String officerId,
            Role role,
            @Nullable String unit,
            Instant createdAt,
            Instant expiresAt) {}

    /** @param secret the only time that anyone gets to see it */
    record Created(Feed feed, String secret) {}

    @Transactional
    public Created create(String ownerId, @Nullable String officerId, Role role, @Nullable String unit) {
        jdbc.query("SELECT pg_advisory_xact_lock(hashtext('duty_calendar'), hashtext(?))", row -> {}, ownerId);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        jdbc.update("DELETE FROM readmodel.duty_calendar WHERE expires_at <= ?", Timestamp.from(now));
        if (of(ownerId).size() >= AT_MOST) {
            throw Refusal.rule(
                    "too-many-calendars",
                    "There are %d calendars of yours already. Revoke one that is no longer used, then try again."
                            .formatted(AT_MOST));
        }
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Feed feed = new Feed(UUID.randomUUID(), ownerId, officerId, role, unit, now, now.plus(LIFE));
        jdbc.update(
                """
                INSERT INTO readmodel.duty_calendar (id, secret, owner_id, officer_id, role, unit, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                feed.id(),
                digest(secret),
                ownerId,
                officerId,
                role.name(),
                unit,
                Timestamp.from(feed.createdAt()),
                Timestamp.from(feed.expiresAt()));
        return new Created(feed, secret);
    }

    /** Those that are still to be read, in the order in which they were made. */
    List<Feed> of(String ownerId) {
        return jdbc.query(
                "SELECT * FROM readmodel.duty_calendar WHERE owner_id = ? AND expires_at > ? ORDER BY created_at, id",
                (row, number) -> feed(row),
                ownerId,
                Timestamp.from(clock.instant()));
    }

    /** Empty for one that was never given, was revoked or has expired. */
    Optional<Feed> at(String secret) {
        return jdbc
                .query(
                        "SELECT * FROM readmodel.duty_calendar WHERE secret = ? AND expires_at > ?",
                        (row, number) -> feed(row),
                        digest(secret),
                        Timestamp.from(clock.instant()))
                .stream()
                .findFirst();
    }

    /** @return whether there was one of theirs */
    boolean revoke(UUID id, String ownerId) {
        return jdbc.update("DELETE FROM readmodel.duty_calendar WHERE id = ? AND owner_id = ?", id, ownerId) > 0;
    }

    private static Feed feed(ResultSet row) throws SQLException {
        return new Feed(
                row.getObject("id", UUID.class),
                row.getString("owner_id"),
                row.getString("officer_id"),
                Role.valueOf(row.getString("role")),
                row.getString("unit"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("expires_at").toInstant());
    }

    /** As random as the secret is, a plain digest of it cannot be tried out. */
    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
