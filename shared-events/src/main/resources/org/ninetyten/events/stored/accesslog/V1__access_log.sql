-- Who read what about whom, when and why. A line a request; nothing here is ever changed or deleted by the application.

CREATE SEQUENCE entry_id;

CREATE TABLE entry (
    id             bigint      NOT NULL DEFAULT nextval('entry_id'),
    read_at        timestamptz NOT NULL,
    caller         text        NOT NULL,
    role           text        NOT NULL,
    query          text        NOT NULL,
    subject_kind   text        NOT NULL,
    subject_id     text,
    officer_id     text,
    filters        text,
    purpose        text,
    status         integer     NOT NULL,
    correlation_id text        NOT NULL,
    PRIMARY KEY (id, read_at)
) PARTITION BY RANGE (read_at);

COMMENT ON COLUMN entry.role IS 'In which role it was read; all that the caller has, where it was refused to them.';
COMMENT ON COLUMN entry.query IS 'Method and path as the access table has it.';
COMMENT ON COLUMN entry.officer_id IS 'Whom the subject concerned when it was read: an officer themselves, or the officer of a case.';
COMMENT ON COLUMN entry.filters IS 'What was asked for beside the path, as it was sent.';

CREATE INDEX entry_officer ON entry (officer_id, id);
CREATE INDEX entry_subject ON entry (subject_id, id);
CREATE INDEX entry_caller ON entry (caller, id);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The access log is append-only: % on %.% is refused', TG_OP, TG_TABLE_SCHEMA, TG_TABLE_NAME
        USING ERRCODE = 'insufficient_privilege';
END $$;

-- The triggers of a table are not those of its partitions, which can be named in a statement too.
CREATE FUNCTION make_append_only(partition regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %s'
        ' FOR EACH STATEMENT EXECUTE FUNCTION accesslog.refuse_change()', partition);
    EXECUTE format('ALTER TABLE %s ENABLE ALWAYS TRIGGER append_only', partition);
END $$;

-- Takes what nobody has made a month for: no read is lost for want of a table.
CREATE TABLE entry_default PARTITION OF entry DEFAULT;

SELECT make_append_only('entry');
SELECT make_append_only('entry_default');

-- Makes the partitions of this month and the next ones. With the owner's rights, so that the application needs none to make tables;
-- it can make these and no others. A month of which there are lines in the default partition already stays there.
CREATE FUNCTION make_partitions(months_ahead integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    this_month timestamp := date_trunc('month', now() AT TIME ZONE 'UTC');
    starts     timestamp;
    name       text;
    made       integer := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('accesslog.make_partitions'));
    FOR ahead IN 0 .. least(greatest(months_ahead, 0), 24) LOOP
        starts := this_month + make_interval(months => ahead);
        name := 'entry_' || to_char(starts, 'YYYY_MM');
        CONTINUE WHEN to_regclass('accesslog.' || name) IS NOT NULL;
        CONTINUE WHEN EXISTS (
            SELECT FROM accesslog.entry_default
            WHERE read_at >= starts AT TIME ZONE 'UTC'
              AND read_at < (starts + interval '1 month') AT TIME ZONE 'UTC');
        EXECUTE format('CREATE TABLE accesslog.%I PARTITION OF accesslog.entry FOR VALUES FROM (%L) TO (%L)',
            name, starts AT TIME ZONE 'UTC', (starts + interval '1 month') AT TIME ZONE 'UTC');
        PERFORM accesslog.make_append_only(('accesslog.' || name)::regclass);
        made := made + 1;
    END LOOP;
    RETURN made;
END $$;

SELECT make_partitions(3);

REVOKE ALL ON FUNCTION refuse_change(), make_append_only(regclass), make_partitions(integer) FROM PUBLIC;
GRANT USAGE ON SCHEMA accesslog TO ninetyten_command, ninetyten_query;
GRANT EXECUTE ON FUNCTION make_partitions(integer) TO ninetyten_command, ninetyten_query;
GRANT USAGE ON SEQUENCE entry_id TO ninetyten_command, ninetyten_query;
GRANT INSERT (read_at, caller, role, query, subject_kind, subject_id, officer_id, filters, purpose, status, correlation_id)
    ON entry TO ninetyten_command, ninetyten_query;
GRANT SELECT ON entry TO ninetyten_query;
