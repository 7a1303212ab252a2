package org.ninetyten.query.duties;

import org.jspecify.annotations.Nullable;
import org.ninetyten.edge.body.Line;

/** @param unit whose duties it is to show; where it is left out, a supervisor's own, and for others the whole force */
record NewCalendar(@Nullable @Line String unit) {}
