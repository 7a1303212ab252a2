package org.ninetyten.query.accounts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.ninetyten.query.transgressions.CasePattern;

/**
 * An account as it stands now, with what its cases come to.
 *
 * @param cases of those that show to the caller
 */
record AccountRecord(@JsonUnwrapped AccountView account, CasePattern cases) {}
