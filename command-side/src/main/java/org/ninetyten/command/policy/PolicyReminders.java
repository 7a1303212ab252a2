package org.ninetyten.command.policy;

import java.time.LocalDate;
import org.ninetyten.command.policy.PolicyCommand.NotePolicyReviewMissed;
import org.ninetyten.command.reminder.Reminder;
import org.ninetyten.command.reminder.ReminderAnswer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What falls due for policies. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReviewGrace.class)
class PolicyReminders {

    static final String REVIEW = "policy-review";

    /** A review is due by a day, for a version. */
    static String key(int version, LocalDate reviewBy) {
        return version + ":" + reviewBy;
    }

    @Bean
    ReminderAnswer policyReviewDue() {
        return new ReminderAnswer(REVIEW, PolicyReminders::missed);
    }

    private static NotePolicyReviewMissed missed(Reminder reminder) {
        int colon = reminder.key().indexOf(':');
        return new NotePolicyReviewMissed(
                reminder.subjectId(),
                Integer.parseInt(reminder.key().substring(0, colon)),
                LocalDate.parse(reminder.key().substring(colon + 1)));
    }
}
