-- What is noted of a conversation in reflective practice is left out of the auditors' log too.
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
            ELSE as_json(payload) END                 AS details,
       as_json(metadata)                              AS metadata,
       event_id,
       CASE WHEN as_json(payload) IS NULL
            THEN payload END                          AS unreadable_details
FROM domain_event;
