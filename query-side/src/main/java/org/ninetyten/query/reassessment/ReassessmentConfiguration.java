package org.ninetyten.query.reassessment;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReassessmentPace.class)
class ReassessmentConfiguration {}
