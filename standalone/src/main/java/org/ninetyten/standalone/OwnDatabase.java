package org.ninetyten.standalone;

import java.nio.file.Path;
import java.util.Map;
import org.ninetyten.database.DatabaseRole;
import org.ninetyten.database.EmbeddedDatabase;
import org.ninetyten.database.Login;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/** Starts the embedded PostgreSQL before anything needs it, and stops it after everything that did. */
final class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Where the data are kept: {@code ninety-ten.data-dir}, counted from the working directory. */
    static Path directory(Environment environment) {
        return Path.of(environment.getProperty("ninety-ten.data-dir", ".ninety-ten"))
                .toAbsolutePath()
                .normalize();
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        EmbeddedDatabase database = EmbeddedDatabase.open(directory(context.getEnvironment()), System.out::println);
        // For a start that fails before the bean below is made: run at exit, after the context is closed.
        SpringApplication.getShutdownHandlers().add(database::close);
        // Registered before every other bean, so made first and destroyed last: it stops when nothing uses it any more.
        ((GenericApplicationContext) context).registerBean(EmbeddedDatabase.class, () -> database);
        context.getEnvironment().getPropertySources().addFirst(connection(database));
        context.getEnvironment().getPropertySources().addLast(masterKey(context.getEnvironment()));
    }

    /** Beside the database's own directory: who takes that away alone takes nothing that can be read. */
    static Path masterKeyFile(Environment environment) {
        return directory(environment).resolve("master-key.json");
    }

    /** One of its own, unless the operator keeps it elsewhere. */
    private static MapPropertySource masterKey(Environment environment) {
        boolean elsewhere = environment.containsProperty("ninety-ten.keys.master-file")
                || environment.containsProperty("ninety-ten.keys.master-uri");
        return new MapPropertySource(
                "own-master-key",
                elsewhere
                        ? Map.of()
                        : Map.of(
                                "ninety-ten.keys.master-file",
                                masterKeyFile(environment).toString(),
                                "ninety-ten.keys.make-missing",
                                "true"));
    }

    private static MapPropertySource connection(EmbeddedDatabase database) {
        Login owner = database.login(DatabaseRole.OWNER);
        Login application = database.login(DatabaseRole.STANDALONE);
        return new MapPropertySource(
                "own-database",
                Map.of(
                        "ninety-ten.database.url", database.jdbcUrl(),
                        "ninety-ten.database.owner-user", owner.user(),
                        "ninety-ten.database.owner-password", owner.password(),
                        "spring.datasource.url", database.jdbcUrl(),
                        "spring.datasource.username", application.user(),
                        "spring.datasource.password", application.password()));
    }
}
