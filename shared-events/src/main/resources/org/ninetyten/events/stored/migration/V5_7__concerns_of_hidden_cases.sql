-- Reported again by someone who may not know of the report that has it, a concern is theirs.
GRANT UPDATE (transgression_id) ON reported_concern TO ninetyten_command;
