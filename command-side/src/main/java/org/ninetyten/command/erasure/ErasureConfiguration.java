package org.ninetyten.command.erasure;

import org.ninetyten.command.officer.Retention;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Retention.class)
class ErasureConfiguration {}
