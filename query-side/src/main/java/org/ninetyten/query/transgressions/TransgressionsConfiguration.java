package org.ninetyten.query.transgressions;

import java.sql.Timestamp;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ninetyten.events.LondonTime;
import org.ninetyten.query.projection.Documents;
import org.ninetyten.query.projection.StateTable;
import org.ninetyten.query.projection.StateTable.Column;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class TransgressionsConfiguration {

    @Bean
    StateTable<TransgressionView> transgressions(JdbcTemplate jdbc, Documents documents) {
        return new StateTable<>(
                "transgression",
                TransgressionView.class,
                List.of(
                        new Column<>("state", view -> view.state().name()),
                        new Column<>("category", view -> view.category().name()),
                        new Column<>("officer_id", TransgressionView::officerId),
                        new Column<>("account_id", TransgressionView::accountId),
                        new Column<>("intent", TransgressionsConfiguration::intent),
                        new Column<>("harm", TransgressionsConfiguration::harm),
                        new Column<>("posted_at", view -> Timestamp.from(view.postedAt())),
                        new Column<>("due_by", TransgressionView::dueBy),
                        new Column<>("officer_told", TransgressionView::showsToOfficer),
                        new Column<>("breach", TransgressionView::standsAsBreach),
                        new Column<>(
                                "response",
                                view -> view.response() == null
                                        ? null
                                        : view.response().name()),
                        new Column<>("departed", TransgressionView::departsFromLadder),
                        new Column<>("reported_on", view -> LondonTime.dayOf(view.reportedAt())),
                        new Column<>(
                                "told_on",
                                view -> view.notice() == null
                                        ? null
                                        : view.notice().notifiedOn()),
                        new Column<>(
                                "completed_on",
                                view -> view.completion() == null
                                        ? null
                                        : view.completion().completedOn())),
                jdbc,
                documents);
    }

    private static @Nullable Object intent(TransgressionView view) {
        return view.assessment() == null || view.assessment().intent() == null
                ? null
                : view.assessment().intent().name();
    }

    private static @Nullable Object harm(TransgressionView view) {
        return view.assessment() == null || view.assessment().harm() == null
                ? null
                : view.assessment().harm().name();
    }
}
