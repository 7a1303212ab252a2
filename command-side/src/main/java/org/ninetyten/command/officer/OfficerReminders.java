package org.ninetyten.command.officer;

import org.ninetyten.command.officer.OfficerCommand.NoteAcknowledgementMissed;
import org.ninetyten.command.reminder.Reminder;
import org.ninetyten.command.reminder.ReminderAnswer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What falls due for officers. */
@Configuration(proxyBeanMethods = false)
class OfficerReminders {

    static final String ACKNOWLEDGEMENT = "acknowledgement";

    @Bean
    ReminderAnswer acknowledgementDue() {
        return new ReminderAnswer(ACKNOWLEDGEMENT, OfficerReminders::missed);
    }

    private static NoteAcknowledgementMissed missed(Reminder reminder) {
        int colon = reminder.key().lastIndexOf(':');
        return new NoteAcknowledgementMissed(
                reminder.subjectId(),
                reminder.key().substring(0, colon),
                Integer.parseInt(reminder.key().substring(colon + 1)));
    }
}
