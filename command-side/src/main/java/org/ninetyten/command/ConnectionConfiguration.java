package org.ninetyten.command;

import com.zaxxer.hikari.HikariDataSource;
import org.ninetyten.events.transaction.LazyConnections;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A command's connection is taken from the pool for its first statement: what is decided from memory needs none before. */
@Configuration(proxyBeanMethods = false)
class ConnectionConfiguration {

    @Bean
    static BeanPostProcessor lazyConnections() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? new LazyConnections(pool) : bean;
            }
        };
    }
}
