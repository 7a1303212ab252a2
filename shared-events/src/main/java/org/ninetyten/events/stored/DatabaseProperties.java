package org.ninetyten.events.stored;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the database is, for whoever migrates it; the application's own login is {@code spring.datasource}, which never
 * changes the schema.
 *
 * @param url JDBC URL of the PostgreSQL database
 * @param ownerUser the role that owns both schemas; absent when migrations are run elsewhere
 */
@ConfigurationProperties("ninety-ten.database")
public record DatabaseProperties(
        @Nullable String url,
        @Nullable String ownerUser,
        @Nullable String ownerPassword,
        @DefaultValue("true") boolean migrate) {}
