package org.ninetyten.query.projection;

import java.util.List;
import java.util.Optional;

/** The handlers of this process, one for each projection. */
record ProjectionHandlers(List<ProjectionHandler> all) {

    Optional<ProjectionHandler> named(String name) {
        return all.stream().filter(handler -> handler.name().equals(name)).findFirst();
    }
}
