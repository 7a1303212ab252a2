package org.ninetyten.standalone;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ninetyten.database.DatabaseRole;
import org.ninetyten.database.EmbeddedDatabase;
import org.ninetyten.database.Login;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SimpleCommandLinePropertySource;

/**
 * {@code --ninety-ten.database-only=true}: just the embedded PostgreSQL, in the foreground, for the two sides to run
 * beside it as processes of their own. How to connect is written into files beside the data, that only their owner can
 * read; the sides take theirs with {@code --spring.config.additional-location}.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseOnly {

    static boolean isAskedFor(String[] arguments) {
        String asked = new SimpleCommandLinePropertySource(arguments).getProperty("ninety-ten.database-only");
        // An option without a value is there, and empty.
        return asked != null && (asked.isEmpty() || Boolean.parseBoolean(asked));
    }

    static SpringApplication application() {
        SpringApplication application = new SpringApplication(DatabaseOnly.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setKeepAlive(true);
        return application;
    }

    @Bean
    ApplicationRunner connectionFiles(EmbeddedDatabase database, Environment environment) {
        return arguments -> {
            Path directory = OwnDatabase.directory(environment);
            Path connection = directory.resolve("connection.properties");
            Path commandSide = directory.resolve("command-side.properties");
            Path querySide = directory.resolve("query-side.properties");
            OwnersFile.write(connection, everyLogin(database));
            OwnersFile.write(commandSide, side(database, DatabaseRole.COMMAND, environment));
            OwnersFile.write(querySide, side(database, DatabaseRole.QUERY, environment));
            System.out.printf("""

                    The database alone is up: %s
                      logins      %s
                                  (their passwords: %s)
                      to run the sides beside it, from the project's directory:
                        java -jar command-side/target/command-side.jar --spring.config.additional-location=file:%s --server.port=8081
                        java -jar query-side/target/query-side.jar --spring.config.additional-location=file:%s --server.port=8082
                      to stop it  Ctrl-C

                    """, database.jdbcUrl(), users(), connection, commandSide, querySide);
        };
    }

    private static String users() {
        return Arrays.stream(DatabaseRole.values()).map(DatabaseRole::user).collect(Collectors.joining(", "));
    }

    private static Map<String, String> everyLogin(EmbeddedDatabase database) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("url", database.jdbcUrl());
        for (DatabaseRole role : DatabaseRole.values()) {
            Login login = database.login(role);
            String name = role.name().toLowerCase(Locale.ROOT);
            properties.put(name + ".user", login.user());
            properties.put(name + ".password", login.password());
        }
        return properties;
    }

    /** A side's own login, and the owner's for the migrations it runs at its start. */
    private static Map<String, String> side(EmbeddedDatabase database, DatabaseRole role, Environment environment) {
        Login owner = database.login(DatabaseRole.OWNER);
        Login login = database.login(role);
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("ninety-ten.database.url", database.jdbcUrl());
        properties.put("ninety-ten.database.owner-user", owner.user());
        properties.put("ninety-ten.database.owner-password", owner.password());
        properties.put("spring.datasource.url", database.jdbcUrl());
        properties.put("spring.datasource.username", login.user());
        properties.put("spring.datasource.password", login.password());
        properties.put(
                "ninety-ten.keys.master-file",
                OwnDatabase.masterKeyFile(environment).toString());
        properties.put("ninety-ten.keys.make-missing", "true");
        return properties;
    }
}
