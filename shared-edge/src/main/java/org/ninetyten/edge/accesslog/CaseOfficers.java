package org.ninetyten.edge.accesslog;

import java.util.Collection;
import java.util.Map;

/** Whom cases are about, for a side that knows cases. Asked when lines are written, so that no read waits for it. */
public interface CaseOfficers {

    /** @return officer id by transgression id; nothing for those that are not there */
    Map<String, String> ofCases(Collection<String> transgressionIds);
}
