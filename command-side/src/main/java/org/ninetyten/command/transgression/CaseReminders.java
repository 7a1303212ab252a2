package org.ninetyten.command.transgression;

import java.time.LocalDate;
import org.ninetyten.command.reminder.ReminderAnswer;
import org.ninetyten.command.transgression.TransgressionCommand.NoteAnswerWindowLapsed;
import org.ninetyten.command.transgression.TransgressionCommand.NoteNoticeOverdue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What falls due in a case. */
@Configuration(proxyBeanMethods = false)
class CaseReminders {

    static final String NOTICE = "notice";
    static final String ANSWER = "answer";

    @Bean
    ReminderAnswer noticeDue() {
        return new ReminderAnswer(
                NOTICE, reminder -> new NoteNoticeOverdue(reminder.subjectId(), LocalDate.parse(reminder.key())));
    }

    @Bean
    ReminderAnswer answerDue() {
        return new ReminderAnswer(
                ANSWER, reminder -> new NoteAnswerWindowLapsed(reminder.subjectId(), LocalDate.parse(reminder.key())));
    }
}
