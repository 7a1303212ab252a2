-- A suspension by hand comes of its request, one for a case of an event of the case: of a restricted one that would tell.
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
       CASE WHEN event_type IN ('AccountSuspended', 'AccountReinstated')
                AND as_json(payload) ->> 'transgressionId' IN (SELECT transgression_id FROM restricted_case)
            THEN jsonb_set(as_json(metadata), '{causationId}', as_json(metadata) -> 'correlationId')
            ELSE as_json(metadata) END                AS metadata,
       event_id,
       CASE WHEN as_json(payload) IS NULL
            THEN payload END                          AS unreadable_details
FROM domain_event
WHERE stream NOT IN (SELECT stream FROM restricted_case)
  AND (event_type IN ('AccountSuspended', 'AccountReinstated')
       OR coalesce(as_json(payload) ->> 'transgressionId', '') NOT IN (SELECT transgression_id FROM restricted_case));
