package org.ninetyten.query.officers;

import java.util.List;
import org.ninetyten.query.projection.Documents;
import org.ninetyten.query.projection.StateTable;
import org.ninetyten.query.projection.StateTable.Column;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class OfficersConfiguration {

    @Bean
    StateTable<OfficerView> officers(JdbcTemplate jdbc, Documents documents) {
        return new StateTable<>(
                "officer", OfficerView.class, List.of(new Column<>("unit", OfficerView::unit)), jdbc, documents);
    }
}
