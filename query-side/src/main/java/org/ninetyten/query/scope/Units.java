package org.ninetyten.query.scope;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.caller.Scope;
import org.ninetyten.edge.refusal.Refusal;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Of which unit things are now: an officer by their record, an account by its holder, a case by its officer. */
@Component
public class Units {

    private static final String OF_OFFICER = "SELECT id AS officer_id, unit FROM readmodel.officer WHERE id = ?";

    private static final String OF_ACCOUNT = """
            SELECT a.holder_id AS officer_id, o.unit FROM readmodel.account a
            LEFT JOIN readmodel.officer o ON o.id = a.holder_id WHERE a.id = ?
            """;

    private final JdbcTemplate jdbc;

    Units(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param officerId whom it is about; absent where nobody answers for it */
    private record Place(
            @Nullable String officerId, @Nullable String unit) {}

    /** @throws Refusal {@code not-your-unit}; for an officer of whom nothing is known here yet, 503 */
    public void requireOfficer(Scope scope, String officerId) {
        require(scope, OF_OFFICER, officerId);
    }

    /** @throws Refusal {@code not-your-unit}; for an account of which nothing is known here yet, 503 */
    public void requireAccount(Scope scope, String accountId) {
        require(scope, OF_ACCOUNT, accountId);
    }

    private void require(Scope scope, String sql, String id) {
        if (scope.aboutAnyone()) {
            return;
        }
        Place place = places(sql, id).stream()
                .findFirst()
                .orElseThrow(() -> Refusal.unavailable(
                        "not-yet-projected", "Of which unit it is, is not to be seen here yet. Ask again shortly."));
        if (!scope.covers(place.officerId(), place.unit())) {
            throw Refusal.notYourUnit();
        }
    }

    /** Whether it may be about that officer; nobody's of whom nothing is known here. */
    public boolean covers(Scope scope, String officerId) {
        return scope.covers(officerId, null)
                || places(OF_OFFICER, officerId).stream()
                        .anyMatch(place -> scope.covers(place.officerId(), place.unit()));
    }

    /** The same of an account. */
    public boolean coversAccount(Scope scope, String accountId) {
        return scope.aboutAnyone()
                || places(OF_ACCOUNT, accountId).stream()
                        .anyMatch(place -> scope.covers(place.officerId(), place.unit()));
    }

    private List<Place> places(String sql, String id) {
        return jdbc.query(sql, (row, number) -> new Place(row.getString("officer_id"), row.getString("unit")), id);
    }
}
