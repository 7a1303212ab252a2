-- Reassessments are kept reports and no projection: nothing here is emptied when one is rebuilt.

CREATE TABLE reassessment (
    number         bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
    id             varchar(64) PRIMARY KEY,
    state          text        NOT NULL CHECK (state IN ('RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
    policy_id      varchar(64) NOT NULL,
    version        integer,
    draft_version  bigint,
    from_day       date        NOT NULL,
    to_day         date        NOT NULL,
    reason         text,
    asked_by       text        NOT NULL,
    asked_role     text        NOT NULL,
    asked_at       timestamptz NOT NULL,
    position       bigint      NOT NULL,
    snapshot       pg_snapshot NOT NULL,
    snapshot_at    timestamptz NOT NULL,
    collected_to   bigint      NOT NULL DEFAULT 0,
    counted        boolean     NOT NULL DEFAULT false,
    judged_to      bigint      NOT NULL DEFAULT 0,
    cases_read     integer     NOT NULL DEFAULT 0,
    cases_of       integer     NOT NULL DEFAULT 0,
    totals         json        NOT NULL,
    attempts       integer     NOT NULL DEFAULT 0,
    lease_owner    text,
    lease_until    timestamptz,
    ended_at       timestamptz,
    cancelled_by   text,
    error          text,
    CHECK ((version IS NULL) <> (draft_version IS NULL))
);
CREATE INDEX reassessment_running ON reassessment (number) WHERE state = 'RUNNING';

COMMENT ON COLUMN reassessment.draft_version IS 'The version of the policy itself at which the draft was last changed; its content stands in that event.';
COMMENT ON COLUMN reassessment.position IS 'Of the last event it knows of. What is recorded later does not change it.';
COMMENT ON COLUMN reassessment.snapshot IS 'Which transactions were under way when it was asked for: one of them may yet commit an event before that position.';
COMMENT ON COLUMN reassessment.lease_until IS 'Until when its process need not be heard of, by the clock of the database.';

CREATE TABLE reassessed_case (
    reassessment_id  varchar(64) NOT NULL REFERENCES reassessment (id),
    position         bigint      NOT NULL,
    transgression_id varchar(64) NOT NULL,
    direction        text        NOT NULL,
    document         json        NOT NULL,
    PRIMARY KEY (reassessment_id, position)
);
CREATE INDEX reassessed_case_direction ON reassessed_case (reassessment_id, direction, position);

-- Every case reported up to that position, so that an officer's earlier ones can be found: there while a reassessment runs. The
-- instant is rounded to microseconds, and only narrows what is read; what counts is decided by the event.
CREATE TABLE reassessment_report (
    reassessment_id  varchar(64) NOT NULL,
    position         bigint      NOT NULL,
    transgression_id varchar(64) NOT NULL,
    officer_id       varchar(64) NOT NULL,
    posted_at        timestamptz NOT NULL,
    asked            boolean     NOT NULL,
    assessed         boolean     NOT NULL DEFAULT false,
    PRIMARY KEY (reassessment_id, transgression_id)
);
CREATE INDEX reassessment_report_asked ON reassessment_report (reassessment_id, position) WHERE asked AND assessed;
CREATE INDEX reassessment_report_officer ON reassessment_report (reassessment_id, officer_id, posted_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON reassessment, reassessed_case, reassessment_report TO ninetyten_query;
