-- The append-only store. Whoever connects, whatever they may do elsewhere: rows are inserted and read, never changed.

CREATE TABLE domain_event (
    position        bigserial    PRIMARY KEY,
    stream          varchar(255) NOT NULL,
    sequence_number bigint       NOT NULL,
    aggregate_type  varchar(255),
    event_id        varchar(255) NOT NULL UNIQUE,
    event_type      varchar(255) NOT NULL,
    revision        varchar(255),
    recorded_at     varchar(255) NOT NULL,
    payload         bytea        NOT NULL,
    metadata        bytea,
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

-- For people at an SQL prompt.
CREATE VIEW event_log AS
SELECT position,
       recorded_at::timestamptz                       AS recorded_at,
       split_part(stream, ':', 1)                     AS subject,
       split_part(stream, ':', 2)                     AS subject_id,
       sequence_number + 1                            AS version,
       event_type                                     AS kind,
       revision,
       convert_from(payload, 'UTF8')::jsonb           AS details,
       convert_from(metadata, 'UTF8')::jsonb          AS metadata,
       event_id
FROM domain_event;

COMMENT ON VIEW event_log IS 'The event store with its JSON readable, for auditors.';

-- One open account per platform and handle: taken in the transaction of the command that requests the account.
CREATE TABLE handle_reservation (
    platform_key varchar(255) NOT NULL,
    handle_key   varchar(255) NOT NULL,
    account_id   varchar(64)  NOT NULL UNIQUE,
    PRIMARY KEY (platform_key, handle_key)
);

GRANT USAGE ON SCHEMA eventstore TO ninetyten_command, ninetyten_query, ninetyten_auditor;
GRANT SELECT, INSERT ON domain_event TO ninetyten_command;
GRANT USAGE ON SEQUENCE domain_event_position_seq TO ninetyten_command;
GRANT SELECT, INSERT, DELETE ON handle_reservation TO ninetyten_command;
GRANT SELECT ON domain_event TO ninetyten_query;
GRANT SELECT ON event_log TO ninetyten_query, ninetyten_auditor;
