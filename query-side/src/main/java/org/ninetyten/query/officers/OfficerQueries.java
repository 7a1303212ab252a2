package org.ninetyten.query.officers;

import jakarta.validation.Valid;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.body.Slug;
import org.ninetyten.query.page.Page;
import org.ninetyten.query.page.PageRequest;
import org.ninetyten.query.projection.Freshness;
import org.ninetyten.query.projection.StateQueries;
import org.ninetyten.query.projection.StateTable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/officers")
class OfficerQueries {

    private final StateQueries<OfficerView> officers;

    OfficerQueries(StateTable<OfficerView> table, Freshness freshness) {
        this.officers = new StateQueries<>("officer", table, freshness);
    }

    @GetMapping
    Page<OfficerView> list(@RequestParam(required = false) @Nullable String unit, @Valid PageRequest page) {
        Map<String, @Nullable String> filters = new HashMap<>();
        filters.put("unit", unit);
        return officers.page(filters, page);
    }

    @GetMapping("/{id}")
    ResponseEntity<OfficerView> one(
            @PathVariable @Slug String id,
            @RequestParam(name = "at-least-version", required = false) @Nullable Long atLeastVersion) {
        return officers.one(id, atLeastVersion);
    }
}
