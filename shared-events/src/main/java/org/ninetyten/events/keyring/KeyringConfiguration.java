package org.ninetyten.events.keyring;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.jdbc.core.JdbcTemplate;

/** The keyring as both sides have it. Whoever imports this migrates its schema as {@code keyringMigration}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeyProperties.class)
public class KeyringConfiguration {

    public static final String SCHEMA = "keyring";
    public static final String MIGRATIONS = "org/ninetyten/events/keyring/migration";

    private static final Logger log = LoggerFactory.getLogger(KeyringConfiguration.class);

    @Bean
    @DependsOn("keyringMigration")
    DataKeys dataKeys(DataSource dataSource, KeyProperties properties) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        DataKeys keys = new DataKeys(jdbc, masterKey(properties, jdbc));
        keys.requireTheRightMaster();
        return keys;
    }

    @Bean
    Keyring keyring(DataKeys keys) {
        return new Keyring(keys);
    }

    private static MasterKey masterKey(KeyProperties properties, JdbcTemplate jdbc) {
        String uri = properties.masterUri();
        Path file = properties.masterFile();
        if ((uri == null) == (file == null)) {
            throw new MasterKeyException("Say where the master key is, under which people's keys are kept: either"
                    + " ninety-ten.keys.master-file or ninety-ten.keys.master-uri.");
        }
        if (uri != null) {
            return MasterKey.inService(uri);
        }
        if (!Files.exists(file)) {
            makeMissing(file, properties, jdbc);
        }
        return MasterKey.inFile(file);
    }

    private static void makeMissing(Path file, KeyProperties properties, JdbcTemplate jdbc) {
        if (!properties.makeMissing()) {
            throw new MasterKeyException("There is no master key in " + file + ".");
        }
        if (Boolean.TRUE.equals(jdbc.queryForObject(
                "SELECT EXISTS (SELECT FROM keyring.data_key WHERE wrapped IS NOT NULL)", Boolean.class))) {
            throw new MasterKeyException("The master key is gone from " + file + ", and what is stored about people"
                    + " cannot be read without it. Put it back: another one would not open anything.");
        }
        MasterKey.make(file);
        log.warn("A master key was made in {}. Keep a copy in a safe place, apart from the database's.", file);
    }
}
