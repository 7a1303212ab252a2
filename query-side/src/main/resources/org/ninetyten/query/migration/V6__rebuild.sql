-- A projection's tables are made anew beside those that queries are answered from, in a schema of their own, and then
-- take their place. Whoever rebuilds may not make or drop a table: the functions below do, and only those listed here.

CREATE SCHEMA readmodel_copy;

-- The tables of each projection. A table that a later migration adds to one is added here too.
CREATE TABLE projection_table (
    table_name name        PRIMARY KEY,
    projection varchar(64) NOT NULL
);
INSERT INTO projection_table (projection, table_name) VALUES
    ('officers', 'officer'),
    ('accounts', 'account'),
    ('policies', 'policy'),
    ('policies', 'policy_content'),
    ('transgressions', 'transgression'),
    ('transgressions', 'reflective_account'),
    ('histories', 'history_entry'),
    ('histories', 'history_subject'),
    ('histories', 'history_account_person'),
    ('acknowledgements', 'acknowledgement'),
    ('acknowledgements', 'acknowledgement_officer');

-- Counts the changes to which sequences have dead letters, so that whoever remembers them knows when to look again.
CREATE TABLE dead_letter_change (
    projection varchar(64) PRIMARY KEY,
    changes    bigint      NOT NULL
);

-- Rebuilds, and verifications, which are rebuilds that are compared and not switched to. The last ones are kept.
CREATE TABLE rebuild (
    id            uuid        PRIMARY KEY,
    projection    varchar(64) NOT NULL,
    purpose       text        NOT NULL CHECK (purpose IN ('REBUILD', 'VERIFICATION')),
    state         text        NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    asked_by      text        NOT NULL,
    asked_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at   timestamptz,
    -- Who is working on it, and until when nobody else takes it up.
    owner         text,
    lease_until   timestamptz,
    -- What the copy has taken in: as much as the projection's token had at some time, in the token's terms.
    position      bigint      NOT NULL DEFAULT 0,
    gaps          bigint[]    NOT NULL DEFAULT '{}',
    events_read   bigint      NOT NULL DEFAULT 0,
    events_of     bigint      NOT NULL DEFAULT 0,
    -- When the one who works on it began to, and how far it was then: for the rate.
    working_since timestamptz,
    read_before   bigint      NOT NULL DEFAULT 0,
    progress_at   timestamptz,
    error         text,
    result        text
);
CREATE UNIQUE INDEX rebuild_running ON rebuild (projection) WHERE state = 'RUNNING';
CREATE INDEX rebuild_latest ON rebuild (projection, purpose, asked_at);

CREATE TABLE readmodel_copy.dead_letter (LIKE readmodel.dead_letter INCLUDING ALL);

CREATE FUNCTION require_rebuild(wanted text, wanted_purpose text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM readmodel.projection_table WHERE projection = wanted) THEN
        RAISE EXCEPTION 'There is no projection %', wanted USING ERRCODE = 'invalid_parameter_value';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('readmodel_copy'), hashtext(wanted));
    IF NOT EXISTS (SELECT FROM readmodel.rebuild
                   WHERE projection = wanted AND state = 'RUNNING' AND purpose LIKE wanted_purpose) THEN
        RAISE EXCEPTION 'No rebuild of % is under way', wanted USING ERRCODE = 'invalid_parameter_value';
    END IF;
END $$;

-- Empty tables beside the projection's own: the same columns, constraints, indexes, all under the same names, the same rights.
CREATE FUNCTION begin_copy(wanted text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    tab  name;
    part record;
BEGIN
    PERFORM readmodel.require_rebuild(wanted, '%');
    FOR tab IN SELECT table_name FROM readmodel.projection_table WHERE projection = wanted ORDER BY table_name LOOP
        EXECUTE format('DROP TABLE IF EXISTS readmodel_copy.%I', tab);
        EXECUTE format('CREATE TABLE readmodel_copy.%I (LIKE readmodel.%I INCLUDING ALL EXCLUDING INDEXES)', tab, tab);
        FOR part IN
            SELECT conname, pg_get_constraintdef(oid) AS definition FROM pg_constraint
            WHERE conrelid = format('readmodel.%I', tab)::regclass AND contype IN ('p', 'u', 'x') ORDER BY conname
        LOOP
            EXECUTE format('ALTER TABLE readmodel_copy.%I ADD CONSTRAINT %I %s', tab, part.conname, part.definition);
        END LOOP;
        FOR part IN
            SELECT pg_get_indexdef(indexrelid) AS definition FROM pg_index
            WHERE indrelid = format('readmodel.%I', tab)::regclass
              AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
            ORDER BY indexrelid
        LOOP
            EXECUTE replace(part.definition,
                format(' ON readmodel.%I USING ', tab), format(' ON readmodel_copy.%I USING ', tab));
        END LOOP;
        FOR part IN
            SELECT CASE right_of.grantee WHEN 0 THEN 'PUBLIC' ELSE right_of.grantee::regrole::text END AS grantee,
                right_of.privilege_type
            FROM pg_class, aclexplode(relacl) AS right_of
            WHERE pg_class.oid = format('readmodel.%I', tab)::regclass AND right_of.grantee <> relowner
        LOOP
            EXECUTE format('GRANT %s ON readmodel_copy.%I TO %s', part.privilege_type, tab, part.grantee);
        END LOOP;
    END LOOP;
    DELETE FROM readmodel_copy.dead_letter WHERE processinggroup = wanted;
END $$;

-- So that queries are planned well from the first moment after the switch.
CREATE FUNCTION analyze_copy(wanted text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    tab name;
BEGIN
    PERFORM readmodel.require_rebuild(wanted, '%');
    FOR tab IN SELECT table_name FROM readmodel.projection_table WHERE projection = wanted ORDER BY table_name LOOP
        EXECUTE format('ANALYZE readmodel_copy.%I', tab);
    END LOOP;
END $$;

-- The copy takes the place of the projection's own tables and dead letters, which are dropped. It waits for queries under way, as
-- long as lock_timeout lets it.
CREATE FUNCTION switch_copy(wanted text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    tab name;
BEGIN
    PERFORM readmodel.require_rebuild(wanted, 'REBUILD');
    FOR tab IN SELECT table_name FROM readmodel.projection_table WHERE projection = wanted ORDER BY table_name LOOP
        EXECUTE format('LOCK TABLE readmodel.%I IN ACCESS EXCLUSIVE MODE', tab);
        -- A migration may have come since the copy was begun.
        IF EXISTS (
            SELECT FROM
                (SELECT attname, atttypid, atttypmod, attnotnull FROM pg_attribute
                 WHERE attrelid = format('readmodel.%I', tab)::regclass AND attnum > 0 AND NOT attisdropped) AS old
                FULL JOIN
                (SELECT attname, atttypid, atttypmod, attnotnull FROM pg_attribute
                 WHERE attrelid = to_regclass(format('readmodel_copy.%I', tab)) AND attnum > 0 AND NOT attisdropped) AS new
                USING (attname, atttypid, atttypmod, attnotnull)
            WHERE old IS NULL OR new IS NULL)
        THEN
            RAISE EXCEPTION 'The copy of % is not of the shape that it has now', tab
                USING ERRCODE = 'object_not_in_prerequisite_state';
        END IF;
    END LOOP;
    FOR tab IN SELECT table_name FROM readmodel.projection_table WHERE projection = wanted ORDER BY table_name LOOP
        EXECUTE format('DROP TABLE readmodel.%I', tab);
        EXECUTE format('ALTER TABLE readmodel_copy.%I SET SCHEMA readmodel', tab);
    END LOOP;
    DELETE FROM readmodel.dead_letter WHERE processinggroup = wanted;
    INSERT INTO readmodel.dead_letter SELECT * FROM readmodel_copy.dead_letter WHERE processinggroup = wanted;
    DELETE FROM readmodel_copy.dead_letter WHERE processinggroup = wanted;
END $$;

-- Nothing while one is under way.
CREATE FUNCTION drop_copy(wanted text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    tab name;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('readmodel_copy'), hashtext(wanted));
    IF EXISTS (SELECT FROM readmodel.rebuild WHERE projection = wanted AND state = 'RUNNING') THEN
        RETURN;
    END IF;
    FOR tab IN SELECT table_name FROM readmodel.projection_table WHERE projection = wanted ORDER BY table_name LOOP
        EXECUTE format('DROP TABLE IF EXISTS readmodel_copy.%I', tab);
    END LOOP;
    DELETE FROM readmodel_copy.dead_letter WHERE processinggroup = wanted;
END $$;

GRANT SELECT ON projection_table TO ninetyten_query;
GRANT SELECT, INSERT, UPDATE, DELETE ON dead_letter_change, rebuild TO ninetyten_query;
GRANT USAGE ON SCHEMA readmodel_copy TO ninetyten_query;
GRANT SELECT, INSERT, UPDATE, DELETE ON readmodel_copy.dead_letter TO ninetyten_query;
REVOKE ALL ON FUNCTION require_rebuild(text, text), begin_copy(text), analyze_copy(text), switch_copy(text), drop_copy(text)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION begin_copy(text), analyze_copy(text), switch_copy(text), drop_copy(text) TO ninetyten_query;
