package org.ninetyten.query.page;

import io.swagger.v3.oas.models.parameters.Parameter;
import org.springdoc.core.customizers.ParameterCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says once what the parameter says that every query takes. */
@Configuration(proxyBeanMethods = false)
class QueryDocumentation {

    @Bean
    ParameterCustomizer readYourWrites() {
        return (parameter, method) -> {
            if (parameter != null && "at-least-version".equals(parameter.getName())) {
                describe(parameter);
            }
            return parameter;
        };
    }

    private static void describe(Parameter parameter) {
        parameter.setDescription("Read your own write: the version that a command's answer named. Waits up to two"
                + " seconds until it is to be seen here, else 503 with Retry-After.");
        parameter.setExample(1);
    }
}
