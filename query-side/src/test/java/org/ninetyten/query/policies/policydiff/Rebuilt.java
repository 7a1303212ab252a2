package org.ninetyten.query.policies.policydiff;

import java.util.List;
import java.util.stream.Collectors;
import org.ninetyten.query.policies.policydiff.Part.Kind;

/** The two texts that parts were made from. */
final class Rebuilt {

    private Rebuilt() {}

    static String older(List<Part> parts) {
        return without(Kind.INSERTED, parts);
    }

    static String newer(List<Part> parts) {
        return without(Kind.DELETED, parts);
    }

    private static String without(Kind kind, List<Part> parts) {
        return parts.stream()
                .filter(part -> part.kind() != kind)
                .map(Part::text)
                .collect(Collectors.joining());
    }
}
