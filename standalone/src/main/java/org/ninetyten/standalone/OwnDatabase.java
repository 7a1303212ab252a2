package org.ninetyten.standalone;

import java.nio.file.Path;
import java.util.Map;
import org.ninetyten.database.DatabaseRole;
import org.ninetyten.database.EmbeddedDatabase;
import org.ninetyten.database.Login;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Starts the embedded PostgreSQL before anything needs it, and stops it after everything that did. */
final class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Path directory = Path.of(context.getEnvironment().getProperty("ninety-ten.data-dir", ".ninety-ten"));
        EmbeddedDatabase database = EmbeddedDatabase.open(directory.toAbsolutePath(), System.out::println);
        Login owner = database.login(DatabaseRole.OWNER);
        Login application = database.login(DatabaseRole.STANDALONE);
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "own-database",
                        Map.of(
                                "ninety-ten.database.url", database.jdbcUrl(),
                                "ninety-ten.database.owner-user", owner.user(),
                                "ninety-ten.database.owner-password", owner.password(),
                                "spring.datasource.url", database.jdbcUrl(),
                                "spring.datasource.username", application.user(),
                                "spring.datasource.password", application.password())));
        // Registered before every other bean, so made first and destroyed last: it stops when nothing uses it any more.
        ((GenericApplicationContext) context).registerBean(EmbeddedDatabase.class, () -> database);
    }
}
