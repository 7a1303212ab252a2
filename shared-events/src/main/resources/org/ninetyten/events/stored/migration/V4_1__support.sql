-- When to look at which officer next: a row each, with the earliest day that something of theirs falls due by. What that is follows
-- from events; this only says whom to look at.
CREATE TABLE officer_to_look_at (
    officer_id     varchar(64)  PRIMARY KEY,
    look_at        timestamptz  NOT NULL,
    marks          bigint       NOT NULL DEFAULT 0,
    correlation_id varchar(255) NOT NULL,
    causation_id   varchar(255) NOT NULL,
    claimed_until  timestamptz
);
CREATE INDEX officer_to_look_at_due ON officer_to_look_at (look_at);
COMMENT ON COLUMN officer_to_look_at.look_at IS '-infinity: something happened to them; infinity: nothing waits.';
COMMENT ON COLUMN officer_to_look_at.marks IS 'How often something happened to them: whoever looked before that does not take them off.';

GRANT SELECT, INSERT, UPDATE ON officer_to_look_at TO ninetyten_command;

-- Whoever there was before this is looked at once.
INSERT INTO officer_to_look_at (officer_id, look_at, correlation_id, causation_id)
SELECT DISTINCT ON (stream) split_part(stream, ':', 2), '-infinity'::timestamptz, event_id, event_id
FROM domain_event
WHERE event_type = 'OfficerRegistered'
ORDER BY stream;

-- Suspensions that had an end before suspensions ended by themselves. What is not in force any more is not lifted.
INSERT INTO scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
SELECT DISTINCT ON (account_id, until)
       'reminder',
       'suspension/' || account_id || '/' || until,
       convert_to(json_build_object('kind', 'suspension', 'subjectId', account_id, 'key', until,
                                    'correlationId', event_id, 'causationId', event_id)::text, 'UTF8'),
       (until::date + 1)::timestamp AT TIME ZONE 'Europe/London',
       false, 1
FROM (SELECT split_part(stream, ':', 2) AS account_id, event_id, as_json(payload) ->> 'until' AS until
      FROM domain_event WHERE event_type = 'AccountSuspended') suspended
WHERE until IS NOT NULL
ORDER BY account_id, until;
