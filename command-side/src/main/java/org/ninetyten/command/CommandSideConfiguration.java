package org.ninetyten.command;

import org.ninetyten.edge.EdgeConfiguration;
import org.ninetyten.edge.accesslog.AccessLogConfiguration;
import org.ninetyten.events.stored.StoredEventsConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/** The command side as a library: everything that takes commands and writes events. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
@PropertySource("classpath:org/ninetyten/command/defaults.properties")
@Import({StoredEventsConfiguration.class, EdgeConfiguration.class, AccessLogConfiguration.class})
public class CommandSideConfiguration {}
