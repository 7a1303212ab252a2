-- The ninety, counted: a row for each sample, commendation and piece of advice.

CREATE TABLE overview_fact (
    kind       text        NOT NULL,
    subject_id varchar(64) NOT NULL,
    id         varchar(64) NOT NULL,
    day        date        NOT NULL,
    officer_id varchar(64) NOT NULL,
    account_id varchar(64) NOT NULL,
    sampled    integer,
    good       integer,
    decision   text,
    followed   boolean,
    PRIMARY KEY (kind, subject_id, id)
);
CREATE INDEX overview_fact_day ON overview_fact (kind, day) INCLUDE (officer_id, sampled, good, followed);
CREATE INDEX overview_fact_officer ON overview_fact (officer_id, day) INCLUDE (kind, sampled, good, followed);

COMMENT ON COLUMN overview_fact.officer_id IS 'Who answered for the account when it was recorded; of advice, who asked for it.';

-- Who answers for which account.
CREATE TABLE overview_account (
    account_id varchar(64) PRIMARY KEY,
    version    bigint      NOT NULL,
    holder_id  varchar(64) NOT NULL
);

INSERT INTO projection_table (projection, table_name) VALUES
    ('overview', 'overview_fact'),
    ('overview', 'overview_account');

GRANT SELECT, INSERT, UPDATE, DELETE ON overview_fact, overview_account TO ninetyten_query;

-- The ten, counted: by more than lists of cases could be filtered by.

ALTER TABLE transgression
    ADD COLUMN response     text,
    ADD COLUMN departed     boolean NOT NULL DEFAULT false,
    ADD COLUMN reported_on  date,
    ADD COLUMN told_on      date,
    ADD COLUMN completed_on date;

UPDATE transgression
SET response     = document ->> 'response',
    departed     = coalesce((document #>> '{assessment,breach}')::boolean
        AND document #>> '{assessment,response}' IS DISTINCT FROM document #>> '{assessment,recommended}', false),
    reported_on  = ((document ->> 'reportedAt')::timestamptz AT TIME ZONE 'Europe/London')::date,
    told_on      = (document #>> '{notice,notifiedOn}')::date,
    completed_on = (document #>> '{completion,completedOn}')::date;

ALTER TABLE transgression ALTER COLUMN reported_on SET NOT NULL;

CREATE INDEX transgression_figures ON transgression (posted_at)
    INCLUDE (id, officer_id, officer_told, breach, intent, harm, response, departed, reported_on, told_on, completed_on);
DROP INDEX transgression_posted;

-- As before, with what can be filtered by now.
DROP INDEX transgression_filters;
CREATE INDEX transgression_filters
    ON transgression (id, state, intent, harm, category, officer_id, account_id, posted_at, due_by, officer_told,
        response, breach, departed, told_on);
