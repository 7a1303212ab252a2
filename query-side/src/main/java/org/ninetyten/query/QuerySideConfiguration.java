package org.ninetyten.query;

import org.ninetyten.edge.EdgeConfiguration;
import org.ninetyten.edge.accesslog.AccessLogConfiguration;
import org.ninetyten.events.stored.StoredEventsConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The query side as a library: projections and the queries they answer. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@Import({StoredEventsConfiguration.class, EdgeConfiguration.class, AccessLogConfiguration.class})
public class QuerySideConfiguration {}
