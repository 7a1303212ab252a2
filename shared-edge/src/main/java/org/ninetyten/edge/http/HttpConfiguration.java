package org.ninetyten.edge.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.validation.Validator;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** JSON as DESIGN 6 has it, problem details, correlation ids, limits. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CorsProperties.class)
@Import({ProblemAdvice.class, ContainerErrors.class, OpenApiConfiguration.class})
public class HttpConfiguration {

    /** Whole microseconds: what PostgreSQL keeps of an instant, so that one reads back as it was written. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }

    @Bean
    Problems problems(JsonMapper json, @Value("${ninety-ten.oidc.issuer:}") String issuer) {
        return new Problems(json, !issuer.isEmpty());
    }

    @Bean
    BodyReader bodyReader(JsonMapper json, @Qualifier("mvcValidator") Validator validator) {
        return new BodyReader(json, validator);
    }

    /** Strict: what is not known, doubled, trailing or of another type is refused rather than guessed at. */
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return json -> {
            json.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY, MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .enable(
                            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .addModule(new SimpleModule("texts").addDeserializer(String.class, new UsableText()))
                    .addModule(new SimpleModule("times")
                            .addDeserializer(LocalDate.class, UsableTime.days())
                            .addDeserializer(Instant.class, UsableTime.instants()));
            json.withCoercionConfig(
                    LogicalType.Enum,
                    enums -> enums.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail));
        };
    }

    /** Innermost of the error reports, so that it comes before any of Tomcat's own. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> containerProblems(Problems problems) {
        return tomcat -> tomcat.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ContainerProblems.class.getName());
                host.getPipeline().addValve(new ContainerProblems(problems));
            }
        });
    }

    /** After Spring's filter for observations, which comes second of all: within the request's trace. */
    @Bean
    FilterRegistrationBean<CorrelationFilter> correlationFilter(Problems problems) {
        FilterRegistrationBean<CorrelationFilter> filter =
                new FilterRegistrationBean<>(new CorrelationFilter(problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return filter;
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(Problems problems) {
        FilterRegistrationBean<BodyLimitFilter> filter = new FilterRegistrationBean<>(new BodyLimitFilter(problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 3);
        return filter;
    }

    /** First of all, so that nothing is answered without them. */
    @Bean
    FilterRegistrationBean<SecurityHeaders> securityHeaders() {
        FilterRegistrationBean<SecurityHeaders> filter = new FilterRegistrationBean<>(new SecurityHeaders());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<CrossOriginFilter> crossOriginFilter(CorsProperties properties, Problems problems) {
        FilterRegistrationBean<CrossOriginFilter> filter =
                new FilterRegistrationBean<>(new CrossOriginFilter(properties, problems));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 4);
        return filter;
    }
}
