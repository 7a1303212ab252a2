package org.ninetyten.command.account;

import java.time.LocalDate;
import org.ninetyten.command.reminder.ReminderAnswer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What falls due for accounts. */
@Configuration(proxyBeanMethods = false)
class AccountReminders {

    static final String SUSPENSION_END = "suspension";

    @Bean
    ReminderAnswer suspensionOver() {
        return new ReminderAnswer(
                SUSPENSION_END,
                reminder -> new LiftSuspensionWhenOver(reminder.subjectId(), LocalDate.parse(reminder.key())));
    }
}
