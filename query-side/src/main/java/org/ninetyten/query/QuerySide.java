package org.ninetyten.query;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The query side as a process of its own. */
@EnableAutoConfiguration
@Import(QuerySideConfiguration.class)
public class QuerySide {

    public static void main(String[] arguments) {
        SpringApplication.run(QuerySide.class, arguments);
    }
}
