package org.ninetyten.command.automation;

import java.util.UUID;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** How far automations have read: beside the rows they write, so that both commit together. */
@Component
public final class AutomationTokens {

    private final TokenStore store;

    AutomationTokens(ConnectionProvider connections, @Qualifier("generalSerializer") Serializer serializer) {
        this.store = JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                // By default the process and host, which containers of one image may share.
                .nodeId(UUID.randomUUID().toString())
                .schema(TokenSchema.builder()
                        .setTokenTable("eventstore.token_entry")
                        .build())
                .build();
    }

    public TokenStore store() {
        return store;
    }
}
