package org.ninetyten.query.policies;

import java.util.List;
import org.ninetyten.query.projection.Documents;
import org.ninetyten.query.projection.StateTable;
import org.ninetyten.query.projection.StateTable.Column;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class PoliciesConfiguration {

    @Bean
    StateTable<PolicyView> policies(JdbcTemplate jdbc, Documents documents) {
        return new StateTable<>(
                "policy",
                PolicyView.class,
                List.of(new Column<>("state", view -> view.state().name())),
                jdbc,
                documents);
    }
}
