package org.ninetyten.edge;

import org.ninetyten.edge.caller.CallerConfiguration;
import org.ninetyten.edge.http.HttpConfiguration;
import org.ninetyten.edge.identity.IdentityConfiguration;
import org.ninetyten.edge.limits.LimitsConfiguration;
import org.ninetyten.edge.page.NextPageLink;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything a side needs to answer over HTTP as the other one does. */
@Configuration(proxyBeanMethods = false)
@Import({
    CallerConfiguration.class,
    IdentityConfiguration.class,
    LimitsConfiguration.class,
    HttpConfiguration.class,
    NextPageLink.class
})
public class EdgeConfiguration {}
