package org.ninetyten.query.transgressions;

import java.util.List;
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
                        new Column<>("account_id", TransgressionView::accountId)),
                jdbc,
                documents);
    }
}
