package org.ninetyten.command.erasure;

import java.util.List;
import org.ninetyten.command.officer.Forgetting;
import org.ninetyten.events.keyring.Keyring;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** An officer's key, and what other tables of this side say of them in words. */
@Component
class DestroyedKeys implements Forgetting {

    private final Keyring keyring;
    private final JdbcTemplate jdbc;

    DestroyedKeys(Keyring keyring, JdbcTemplate jdbc) {
        this.keyring = keyring;
        this.jdbc = jdbc;
    }

    @Override
    public void forget(String officerId, List<String> accountIds) {
        keyring.destroy(officerId, accountIds);
        jdbc.update("""
                UPDATE eventstore.bulk_import_line SET cells = NULL, detail = NULL, violations = NULL
                WHERE state <> 'WAITING' AND subject_id = ?
                """, officerId);
        accountIds.forEach(accountId -> jdbc.update("""
                UPDATE eventstore.bulk_import_line SET cells = NULL, detail = NULL, violations = NULL
                WHERE state <> 'WAITING' AND subject_id = ?
                """, accountId));
    }
}
