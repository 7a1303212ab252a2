package org.ninetyten.query.officers;

import java.util.List;
import org.ninetyten.query.projection.StateTable;
import org.ninetyten.query.projection.StateTable.Column;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class OfficersConfiguration {

    @Bean
    StateTable<OfficerView> officers(JdbcTemplate jdbc, JsonMapper json) {
        return new StateTable<>(
                "officer", OfficerView.class, List.of(new Column<>("unit", OfficerView::unit)), jdbc, json);
    }
}
