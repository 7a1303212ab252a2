package org.ninetyten.command.officer;

import java.time.LocalDate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param retentionYears for how long everything is kept after someone left, and after their last case ended */
@ConfigurationProperties("ninety-ten.erasure")
public record Retention(@DefaultValue("6") int retentionYears) {

    public Retention {
        if (retentionYears < 0) {
            throw new IllegalArgumentException("ninety-ten.erasure.retention-years must be 0 or more");
        }
    }

    /** The first day on which what ended then need not be kept any more. */
    LocalDate over(LocalDate ended) {
        return ended.plusYears(retentionYears);
    }
}
