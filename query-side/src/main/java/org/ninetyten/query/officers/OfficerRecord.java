package org.ninetyten.query.officers;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.ninetyten.query.transgressions.CasePattern;

/**
 * An officer as they stand now, with what the cases about them come to.
 *
 * @param cases of those that show to the caller
 */
record OfficerRecord(@JsonUnwrapped OfficerView officer, CasePattern cases) {}
