-- Auditors read the log, and no restricted case is there for them: while one is, its events are left out, and so is what names it. That
-- an account is suspended stays, without the case. What says which cases are restricted are the events themselves.
CREATE INDEX domain_event_restriction ON domain_event (stream, sequence_number)
    WHERE event_type IN ('TransgressionRestricted', 'TransgressionUnrestricted');

CREATE VIEW restricted_case AS
SELECT stream, split_part(stream, ':', 2) AS transgression_id
FROM (SELECT DISTINCT ON (stream) stream, event_type
      FROM domain_event
      WHERE event_type IN ('TransgressionRestricted', 'TransgressionUnrestricted')
      ORDER BY stream, sequence_number DESC) latest
WHERE event_type = 'TransgressionRestricted';

CREATE OR REPLACE VIEW event_log AS
SELECT position,
       CASE WHEN pg_input_is_valid(recorded_at, 'timestamptz')
            THEN recorded_at::timestamptz END         AS recorded_at,
       split_part(stream, ':', 1)                     AS subject,
       split_part(stream, ':', 2)                     AS subject_id,
       sequence_number + 1                            AS version,
       event_type                                     AS kind,
       revision,
       CASE WHEN event_type = 'ResponseCompleted' AND jsonb_typeof(as_json(payload)) = 'object'
            THEN as_json(payload) - 'reflectiveAccount'
            WHEN event_type IN ('ConversationNoteAdded', 'AgreedActionCompleted')
                AND as_json(payload) -> 'reflective' = 'true'
            THEN as_json(payload) - 'note'
            WHEN event_type IN ('AccountSuspended', 'AccountReinstated')
                AND as_json(payload) ->> 'transgressionId' IN (SELECT transgression_id FROM restricted_case)
            THEN as_json(payload) - 'transgressionId'
            ELSE as_json(payload) END                 AS details,
       as_json(metadata)                              AS metadata,
       event_id,
       CASE WHEN as_json(payload) IS NULL
            THEN payload END                          AS unreadable_details
FROM domain_event
WHERE stream NOT IN (SELECT stream FROM restricted_case)
  AND (event_type IN ('AccountSuspended', 'AccountReinstated')
       OR coalesce(as_json(payload) ->> 'transgressionId', '') NOT IN (SELECT transgression_id FROM restricted_case));

COMMENT ON VIEW event_log IS
    'The event store with its JSON readable, for auditors; without what officers said in reflective practice, and without restricted cases.';
