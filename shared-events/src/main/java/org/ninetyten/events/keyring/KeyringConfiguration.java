package org.ninetyten.events.keyring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
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
    Keyring keyring(DataSource dataSource, KeyProperties properties) {
        return open(dataSource, properties);
    }

    /** The keyring of a database, whose schema is there. */
    public static Keyring open(DataSource dataSource, KeyProperties properties) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        MasterKey master = masterKey(properties, jdbc);
        DataKeys keys = new DataKeys(dataSource, master);
        keys.requireTheRightMaster();
        if (properties.rotate()) {
            int wrapped = keys.wrapAllAnew();
            log.info("{} data key(s) were wrapped anew by the master key {}", wrapped, master.name());
        }
        return new Keyring(keys);
    }

    private static MasterKey masterKey(KeyProperties properties, JdbcTemplate jdbc) {
        String uri = properties.masterUri();
        Path file = properties.masterFile();
        if (file == null && uri == null) {
            throw new MasterKeyException("Say where the master key is, under which people's keys are kept:"
                    + " ninety-ten.keys.master-file or ninety-ten.keys.master-uri.");
        }
        if (file == null) {
            return MasterKey.inService(Objects.requireNonNull(uri));
        }
        if (uri != null) {
            return MasterKey.inService(uri).after(MasterKey.inFile(file));
        }
        if (!Files.exists(file)) {
            makeMissing(file, properties, jdbc);
        } else if (properties.rotate()) {
            MasterKey.addTo(file);
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
        log.info("A master key was made in {}. Keep a copy in a safe place, apart from the database's.", file);
    }
}
