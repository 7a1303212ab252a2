package org.ninetyten.command.officer;

import org.ninetyten.command.aggregate.Command;

/** What a clock or an automation gives to an officer, and that comes to nothing where it no longer applies. */
interface SystemCommand extends Command {}
