package org.ninetyten.events.policy;

import java.util.List;

/**
 * What a response ladder recommends; a person decides.
 *
 * @param reasons one plain line each, in the order in which they led to the response
 */
public record Recommendation(Response response, List<String> reasons) {

    public Recommendation {
        reasons = List.copyOf(reasons);
    }
}
