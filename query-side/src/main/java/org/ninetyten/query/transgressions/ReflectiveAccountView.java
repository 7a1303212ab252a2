package org.ninetyten.query.transgressions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What an officer said in reflective practice. It shows here and nowhere else (RPRP: inadmissible in later
 * proceedings, Police (Conduct) Regulations 2020).
 *
 * @param accounts oldest first; more than one where the case was reopened
 */
record ReflectiveAccountView(String transgressionId, String officerId, List<Account> accounts) {

    record Account(LocalDate completedOn, String account, Instant recordedAt) {}
}
