package org.ninetyten.command.reminder;

import java.util.function.Function;
import org.ninetyten.command.aggregate.Command;

/** Which command the system gives when a reminder of a kind goes off. */
public record ReminderAnswer(String kind, Function<Reminder, Command> command) {}
