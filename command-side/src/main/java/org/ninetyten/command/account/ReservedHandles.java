package org.ninetyten.command.account;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Handles reserved by rows in the event store's database. */
@Component
class ReservedHandles implements Handles {

    private final JdbcTemplate jdbc;

    ReservedHandles(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean take(String platform, String handle, String accountId) {
        String platformKey = Handles.key(platform);
        String handleKey = Handles.key(handle);
        int inserted = jdbc.update("""
                INSERT INTO eventstore.handle_reservation (platform_key, handle_key, account_id)
                VALUES (?, ?, ?) ON CONFLICT DO NOTHING
                """, platformKey, handleKey, accountId);
        return inserted == 1 || List.of(accountId).equals(ownersOf(platformKey, handleKey));
    }

    @Override
    public void release(String accountId) {
        jdbc.update("DELETE FROM eventstore.handle_reservation WHERE account_id = ?", accountId);
    }

    private List<String> ownersOf(String platformKey, String handleKey) {
        return jdbc.queryForList(
                "SELECT account_id FROM eventstore.handle_reservation WHERE platform_key = ? AND handle_key = ?",
                String.class,
                platformKey,
                handleKey);
    }
}
