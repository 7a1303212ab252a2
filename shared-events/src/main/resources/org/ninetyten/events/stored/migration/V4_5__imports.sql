-- Sheets that were brought in, or tried out: who asked, and what became of each line. None of it is history; what a line led to
-- stands in the store, under the import's id as its correlation.

CREATE TABLE bulk_import (
    number       bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    id           varchar(64) PRIMARY KEY,
    kind         text        NOT NULL,
    dry_run      boolean     NOT NULL,
    state        text        NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'CANCELLED')),
    lines        integer     NOT NULL,
    done         integer,
    unchanged    integer,
    refused      integer,
    asked_by     text        NOT NULL,
    asked_role   text        NOT NULL,
    asked_at     timestamptz NOT NULL,
    started_at   timestamptz,
    ended_at     timestamptz,
    cancelled_by text,
    lease_owner  text,
    lease_until  timestamptz
);
CREATE INDEX bulk_import_running ON bulk_import (number) WHERE state = 'RUNNING';

COMMENT ON COLUMN bulk_import.done IS 'Empty while it runs: then its lines are counted.';
COMMENT ON COLUMN bulk_import.lease_until IS 'Until when its process need not be heard of, by the clock of the database.';

CREATE TABLE bulk_import_line (
    import_id  varchar(64) NOT NULL REFERENCES bulk_import (id),
    line       integer     NOT NULL,
    first_line integer     NOT NULL,
    subject_id varchar(64),
    cells      text,
    state      text        NOT NULL CHECK (state IN ('WAITING', 'DONE', 'UNCHANGED', 'REFUSED')),
    code       text,
    detail     text,
    violations text,
    PRIMARY KEY (import_id, line)
);
CREATE INDEX bulk_import_line_state ON bulk_import_line (import_id, state, line);

COMMENT ON COLUMN bulk_import_line.line IS 'As a spreadsheet numbers its rows: the first line after the header is 2.';
COMMENT ON COLUMN bulk_import_line.first_line IS 'The first line that is about the same as this one: such lines are worked on in their order.';
COMMENT ON COLUMN bulk_import_line.cells IS 'JSON, by column; forgotten when the import ends.';

GRANT SELECT, INSERT, UPDATE ON bulk_import, bulk_import_line TO ninetyten_command;
