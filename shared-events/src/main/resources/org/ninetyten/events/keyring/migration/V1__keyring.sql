-- Under which keys what events say about people is stored. A key here is wrapped by the master key, which is not in the database. To
-- destroy one is to forget what it opens.

CREATE TABLE data_key (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    scope        varchar(255) NOT NULL,
    officer_id   varchar(255),
    generation   integer     NOT NULL,
    wrapped      bytea,
    master       varchar(255),
    made_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    destroyed_at timestamptz,
    CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL)),
    UNIQUE NULLS NOT DISTINCT (scope, officer_id, generation)
);
CREATE INDEX data_key_officer ON data_key (officer_id);
CREATE INDEX data_key_destroyed ON data_key (destroyed_at) WHERE destroyed_at IS NOT NULL;

COMMENT ON COLUMN data_key.scope IS 'officer:amina, or account:harbour-x; what it opens stands in events about that one.';
COMMENT ON COLUMN data_key.officer_id IS 'With whose erasure it is destroyed; empty for an account''s own.';
COMMENT ON COLUMN data_key.wrapped IS 'By the master key; empty once destroyed.';
COMMENT ON COLUMN data_key.master IS 'Which master key wrapped it.';

GRANT USAGE ON SCHEMA keyring TO ninetyten_command, ninetyten_query;
GRANT SELECT, INSERT ON data_key TO ninetyten_command;
GRANT UPDATE (wrapped, master, destroyed_at) ON data_key TO ninetyten_command;
-- A key that was destroyed must leave the table's file too, which rewriting the table does.
GRANT SELECT, MAINTAIN ON data_key TO ninetyten_query;

-- What was destroyed stays destroyed, whoever connects.
CREATE FUNCTION refuse_return() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A key that was destroyed is not put back' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER destroyed_for_good BEFORE UPDATE ON data_key
    FOR EACH ROW WHEN (OLD.destroyed_at IS NOT NULL) EXECUTE FUNCTION refuse_return();
