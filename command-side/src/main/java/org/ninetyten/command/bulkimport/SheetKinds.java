package org.ninetyten.command.bulkimport;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Every kind of sheet, from where its commands stand. */
@Component
class SheetKinds {

    private final Map<ImportKind, SheetKind<?>> kinds = new EnumMap<>(ImportKind.class);

    SheetKinds(Collection<SheetKind<?>> all) {
        all.forEach(one -> kinds.put(one.kind(), one));
        if (kinds.size() != ImportKind.values().length || all.size() != kinds.size()) {
            throw new IllegalStateException("Each of " + List.of(ImportKind.values()) + " once, but got " + all);
        }
    }

    SheetKind<?> of(ImportKind kind) {
        SheetKind<?> found = kinds.get(kind);
        if (found == null) {
            throw new IllegalStateException("No sheet of " + kind);
        }
        return found;
    }
}
