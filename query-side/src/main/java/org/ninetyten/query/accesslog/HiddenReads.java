package org.ninetyten.query.accesslog;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What of the access log tells of cases that are not there for its reader. Reads of them by those for whom they are there
 * are left out. That someone else asked for one, and was told that there is none, stays: it looks like any other id
 * that there never was, and would be missed if it did not show.
 *
 * @param reader their caller's id
 * @param cases the ids of the cases that are not there for them
 * @param lists for whom those are there that are restricted
 */
record HiddenReads(String reader, Set<String> cases, Map<String, List<String>> lists) {

    private static final Pattern BETWEEN_IDS = Pattern.compile("[^a-z0-9-]+");

    HiddenReads {
        cases = Set.copyOf(cases);
        lists = Map.copyOf(lists);
    }

    /** Not what the caller named of themselves, who may know no more of the case than the reader. */
    @Nullable
    String shown(@Nullable String filters, String caller) {
        boolean telling = filters != null
                && BETWEEN_IDS
                        .splitAsStream(decoded(filters))
                        .anyMatch(id -> cases.contains(id) && isThereFor(caller, id));
        return telling ? null : filters;
    }

    private boolean isThereFor(String caller, String id) {
        List<String> allowed = lists.get(id);
        return allowed == null ? !caller.equals(reader) : allowed.contains(caller);
    }

    private static String decoded(String filters) {
        try {
            return URLDecoder.decode(filters, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return filters;
        }
    }
}
