-- The append-only store. Whoever connects, whatever they may do elsewhere: rows are inserted and read, never changed.

CREATE TABLE domain_event (
    position        bigserial    PRIMARY KEY,
    stream          varchar(255) NOT NULL,
    sequence_number bigint       NOT NULL,
    aggregate_type  varchar(255) NOT NULL,
    event_id        varchar(255) NOT NULL UNIQUE,
    event_type      varchar(255) NOT NULL,
    revision        varchar(255) NOT NULL,
    recorded_at     varchar(255) NOT NULL,
    payload         bytea        NOT NULL,
    metadata        bytea        NOT NULL,
    UNIQUE (stream, sequence_number)
);

COMMENT ON TABLE domain_event IS 'Everything that happened, in the order in which it was recorded. Never updated, deleted or truncated.';
COMMENT ON COLUMN domain_event.stream IS 'subject:id, such as officer:amina';
COMMENT ON COLUMN domain_event.recorded_at IS 'When it was recorded, ISO 8601 UTC; when it happened stands in the payload.';
COMMENT ON COLUMN domain_event.payload IS 'JSON in UTF-8; read it through the view event_log.';

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The event store is append-only: % on %.% is refused', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON domain_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
-- Also in a session that has set session_replication_role, as a superuser may.
ALTER TABLE domain_event ENABLE ALWAYS TRIGGER append_only;

-- NULL for what is no JSON in UTF-8: one such row must not take the whole log from whoever reads it.
CREATE FUNCTION as_json(bytes bytea) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE STRICT AS $$
BEGIN
    RETURN convert_from(bytes, 'UTF8')::jsonb;
EXCEPTION WHEN data_exception OR program_limit_exceeded THEN
    RETURN NULL;
END $$;

-- For people at an SQL prompt.
CREATE VIEW event_log AS
SELECT position,
       CASE WHEN pg_input_is_valid(recorded_at, 'timestamptz')
            THEN recorded_at::timestamptz END         AS recorded_at,
       split_part(stream, ':', 1)                     AS subject,
       split_part(stream, ':', 2)                     AS subject_id,
       sequence_number + 1                            AS version,
       event_type                                     AS kind,
       revision,
       as_json(payload)                               AS details,
       as_json(metadata)                              AS metadata,
       event_id,
       CASE WHEN as_json(payload) IS NULL
            THEN payload END                          AS unreadable_details
FROM domain_event;

COMMENT ON VIEW event_log IS 'The event store with its JSON readable, for auditors.';
COMMENT ON COLUMN event_log.unreadable_details IS 'The bytes of a payload that is no JSON; empty for every other row.';

-- One open account per platform and handle: taken in the transaction of the command that requests the account.
CREATE TABLE handle_reservation (
    platform_key varchar(255) NOT NULL,
    handle_key   varchar(255) NOT NULL,
    account_id   varchar(64)  NOT NULL UNIQUE,
    PRIMARY KEY (platform_key, handle_key)
);

GRANT USAGE ON SCHEMA eventstore TO ninetyten_command, ninetyten_query, ninetyten_auditor;
-- Without the position: it is always the next one, or a reader that has passed it would never see the event.
GRANT SELECT ON domain_event TO ninetyten_command;
GRANT INSERT (stream, sequence_number, aggregate_type, event_id, event_type, revision, recorded_at, payload, metadata)
    ON domain_event TO ninetyten_command;
GRANT USAGE ON SEQUENCE domain_event_position_seq TO ninetyten_command;
GRANT SELECT, INSERT, DELETE ON handle_reservation TO ninetyten_command;
GRANT SELECT ON domain_event TO ninetyten_query;
REVOKE ALL ON FUNCTION as_json(bytea), refuse_change() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION as_json(bytea) TO ninetyten_query, ninetyten_auditor;
GRANT SELECT ON event_log TO ninetyten_query, ninetyten_auditor;
