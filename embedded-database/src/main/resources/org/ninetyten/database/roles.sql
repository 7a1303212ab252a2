-- Ninety Ten's logins and what they may do with a database as such; rights on schemas and tables come with the migrations.
--
-- Run by a superuser in the database that it is about: by the embedded database at every start, and by the PostgreSQL container when
-- it initialises. It may run again and again, also on a server that has the roles from another database. Passwords are set elsewhere.

DO $$
DECLARE
    role_name text;
BEGIN
    FOREACH role_name IN ARRAY ARRAY[
        'ninetyten_owner', 'ninetyten_command', 'ninetyten_query', 'ninetyten_standalone', 'ninetyten_auditor']
    LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
            EXECUTE format('CREATE ROLE %I', role_name);
        END IF;
        EXECUTE format(
            'ALTER ROLE %I LOGIN INHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS', role_name);
    END LOOP;
END
$$;

-- The standalone program is both sides in one process: it has what they have, by inheritance only, and cannot become either.
GRANT ninetyten_command, ninetyten_query TO ninetyten_standalone WITH ADMIN FALSE, INHERIT TRUE, SET FALSE;

-- An event's row takes its position before it commits, and a reader waits 60 seconds for such a gap to fill, then goes on. A commit
-- that came later would be an event that nobody ever reads. So no transaction of a writer lives half that long.
-- A role's settings are not inherited by its members: standalone needs its own.
ALTER ROLE ninetyten_command SET transaction_timeout = '30s';
ALTER ROLE ninetyten_standalone SET transaction_timeout = '30s';

-- A connection that was forgotten in the middle of a transaction holds locks and keeps rows from being vacuumed.
ALTER ROLE ninetyten_command SET idle_in_transaction_session_timeout = '30s';
ALTER ROLE ninetyten_query SET idle_in_transaction_session_timeout = '30s';
ALTER ROLE ninetyten_standalone SET idle_in_transaction_session_timeout = '30s';

-- What was answered as recorded is on disk, whatever the server's default.
ALTER ROLE ninetyten_owner SET synchronous_commit = on;
ALTER ROLE ninetyten_command SET synchronous_commit = on;
ALTER ROLE ninetyten_query SET synchronous_commit = on;
ALTER ROLE ninetyten_standalone SET synchronous_commit = on;

-- Nobody but these comes in, and nobody but the owner makes anything here, temporary tables included.
REVOKE ALL ON SCHEMA public FROM PUBLIC;
DO $$
BEGIN
    EXECUTE format('ALTER DATABASE %I OWNER TO ninetyten_owner', current_database());
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format(
        'GRANT CONNECT ON DATABASE %I TO'
        ' ninetyten_owner, ninetyten_command, ninetyten_query, ninetyten_standalone, ninetyten_auditor',
        current_database());
END
$$;

-- What is erased has to leave the disk too: the log that it was written to, and the samples that the planner keeps of columns. That is
-- asked for by whoever makes the read model anew without it.
GRANT pg_checkpoint TO ninetyten_query WITH ADMIN FALSE, INHERIT TRUE, SET FALSE;
GRANT EXECUTE ON FUNCTION pg_catalog.pg_switch_wal() TO ninetyten_query;
GRANT MAINTAIN ON pg_catalog.pg_statistic TO ninetyten_query;
