package org.ninetyten.query.page;

import io.swagger.v3.oas.models.parameters.Parameter;
import org.springdoc.core.customizers.ParameterCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says once what the parameters say that many queries take. */
@Configuration(proxyBeanMethods = false)
class QueryDocumentation {

    @Bean
    ParameterCustomizer sharedParameters() {
        return (parameter, method) -> {
            if (parameter != null && "at-least-version".equals(parameter.getName())) {
                readYourWrites(parameter);
            }
            if (parameter != null && "at".equals(parameter.getName())) {
                asAt(parameter);
            }
            return parameter;
        };
    }

    private static void asAt(Parameter parameter) {
        parameter.setDescription("As it was recorded by that instant and not as it stands now, names and titles as they"
                + " were then; the ETag is the version then. Whether it may be seen goes by the caller's rights of now,"
                + " and by what showed to them then. 404 not-recorded-yet where nothing of it was recorded by then, 400"
                + " for the future or together with at-least-version.");
        parameter.setExample("2026-03-01T00:00:00Z");
    }

    private static void readYourWrites(Parameter parameter) {
        parameter.setDescription("Read your own write: the version that a command's answer named. Waits up to two"
                + " seconds until it is to be seen here, else 503 with Retry-After.");
        parameter.setExample(1);
    }
}
