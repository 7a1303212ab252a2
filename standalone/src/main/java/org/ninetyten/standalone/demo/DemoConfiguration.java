package org.ninetyten.standalone.demo;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tells the demo story before this process says that it is ready. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("ninety-ten.demo")
public class DemoConfiguration {

    @Bean
    ApplicationRunner demoStory(DataSource store, Clock clock, Environment environment) {
        return arguments -> {
            Teller teller = new Teller(OwnAddress.of(environment));
            new DemoStory(clock, Story::toldOn, teller::tell, System.out::println)
                    .tellWhereItBelongs(Beginning.of(new JdbcTemplate(store)));
        };
    }
}
