package org.ninetyten.query.accounts;

import java.util.List;
import java.util.Locale;
import org.ninetyten.query.projection.Documents;
import org.ninetyten.query.projection.StateTable;
import org.ninetyten.query.projection.StateTable.Column;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class AccountsConfiguration {

    @Bean
    StateTable<AccountView> accounts(JdbcTemplate jdbc, Documents documents) {
        return new StateTable<>(
                "account",
                AccountView.class,
                List.of(
                        new Column<>("state", view -> view.state().name()),
                        new Column<>("platform_key", view -> platformKey(view.platform())),
                        new Column<>("holder_id", AccountView::holderId),
                        new Column<>("policy_id", AccountView::policyId)),
                jdbc,
                documents);
    }

    /** Nobody who looks for X accounts cares how the platform was spelt in the request. */
    static String platformKey(String platform) {
        return platform.strip().toLowerCase(Locale.ROOT);
    }
}
