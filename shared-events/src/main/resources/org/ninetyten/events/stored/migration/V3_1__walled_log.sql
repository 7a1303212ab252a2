-- What an officer says in reflective practice is on no page but its own, and auditors read the log: it is left out there. The store
-- itself keeps it.
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
            ELSE as_json(payload) END                 AS details,
       as_json(metadata)                              AS metadata,
       event_id,
       CASE WHEN as_json(payload) IS NULL
            THEN payload END                          AS unreadable_details
FROM domain_event;

COMMENT ON VIEW event_log IS
    'The event store with its JSON readable, for auditors; without what officers said in reflective practice.';
