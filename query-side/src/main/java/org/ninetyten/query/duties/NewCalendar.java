package org.ninetyten.query.duties;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param unit whose duties it is to show; where it is left out, a supervisor's own, and for others the whole force */
record NewCalendar(
        @Nullable @Size(min = 1, max = 200, message = "must have 1 to 200 characters")
        String unit) {}
