package org.ninetyten.edge.accesslog;

import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import java.time.Clock;
import javax.sql.DataSource;
import org.ninetyten.edge.http.Problems;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The access log of a side that has a database. Its table comes with the migrations of the event store. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessLogProperties.class)
public class AccessLogConfiguration {

    @Bean
    @DependsOn("accessLogMigration")
    AccessLogWriter accessLogWriter(
            DataSource dataSource, ObjectProvider<CaseOfficers> cases, AccessLogProperties properties, Clock clock) {
        return new AccessLogWriter(dataSource, cases.stream().findFirst(), properties, clock);
    }

    /** Around the decision of who may, so that what is refused is noted with its answer. */
    @Bean
    Customizer<HttpSecurity> accessLog(
            AccessLogWriter writer,
            Problems problems,
            Clock clock,
            AccessLogProperties properties,
            @Value("${ninety-ten.demo:false}") boolean demo) {
        if (!isWritten(properties, demo)) {
            return http -> {};
        }
        return http ->
                http.addFilterBefore(new AccessLogFilter(writer, problems, clock), ExceptionTranslationFilter.class);
    }

    /** @throws IllegalStateException where it is to be switched off, and real people may be read about */
    static boolean isWritten(AccessLogProperties properties, boolean demo) {
        if (properties.unwrittenForBenchmarks() && !demo) {
            throw new IllegalStateException("ninety-ten.access-log.unwritten-for-benchmarks is for measuring, with the"
                    + " demo's people: nobody would know who read what about whom.");
        }
        return !properties.unwrittenForBenchmarks();
    }

    @Bean
    WebMvcConfigurer purposes(ObjectProvider<RestrictedReads> restricted) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(
                        new PurposeInterceptor(restricted.stream().toList()));
            }
        };
    }

    @Bean
    OpenApiCustomizer purposeHeader() {
        return document -> {
            if (document.getPaths() != null) {
                document.getPaths().forEach((path, item) -> {
                    if (item.getGet() != null && PersonalReads.isPersonal(path)) {
                        item.getGet().addParametersItem(purpose());
                    }
                });
            }
        };
    }

    private static HeaderParameter purpose() {
        HeaderParameter header = new HeaderParameter();
        header.name(Purposes.HEADER)
                .description("What this is read for, in 1 to 200 characters: kept in the access log. An AUDITOR must"
                        + " say (400 purpose-required), as must anyone who reads a restricted case.")
                .required(false)
                .schema(new StringSchema().maxLength(200))
                .example("Annual inspection");
        return header;
    }
}
