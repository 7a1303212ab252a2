-- What is due from anyone. The facts are folded from each subject's own events, and the duties follow from facts alone: so they
-- are the same in whatever order events of different subjects come, and whatever day it is.

CREATE TABLE duty_fact (
    subject  text        NOT NULL,
    id       varchar(64) NOT NULL,
    version  bigint      NOT NULL,
    document json        NOT NULL,
    PRIMARY KEY (subject, id)
);

-- Who ever held or operated which account: whose duties may change with it, or with its policy.
CREATE TABLE duty_person (
    account_id varchar(64) NOT NULL,
    officer_id varchar(64) NOT NULL,
    policy_id  varchar(64) NOT NULL,
    PRIMARY KEY (account_id, officer_id)
);
CREATE INDEX duty_person_officer ON duty_person (officer_id);
CREATE INDEX duty_person_policy ON duty_person (policy_id);

-- Who holds or operates an account that is authorised or suspended now, and of what is due from and with them, what is counted: from
-- when on their training counts no longer, whether they have anything to acknowledge, from when on a check-in is overdue.
CREATE TABLE duty_poster (
    officer_id         varchar(64) PRIMARY KEY,
    unit               text,
    untrained_from     timestamptz,
    owing              boolean     NOT NULL,
    unseen_from        timestamptz
);
CREATE INDEX duty_poster_unit ON duty_poster (unit);

CREATE TABLE duty (
    id               varchar(255) PRIMARY KEY,
    owner            varchar(80)  NOT NULL,
    kind             text         NOT NULL,
    since            date,
    due_by           date         NOT NULL,
    due_at           timestamptz,
    overdue_from     timestamptz  NOT NULL,
    officer_id       varchar(64),
    unit             text,
    account_id       varchar(64),
    policy_id        varchar(64),
    policy_version   integer,
    transgression_id varchar(64),
    advice_id        varchar(64),
    officer_told     boolean      NOT NULL
);
CREATE INDEX duty_owner ON duty (owner);
CREATE INDEX duty_order ON duty (overdue_from, id);
CREATE INDEX duty_officer ON duty (officer_id, overdue_from, id);
CREATE INDEX duty_unit ON duty (unit, overdue_from, id);
CREATE INDEX duty_kind ON duty (kind, overdue_from, id) INCLUDE (officer_id, unit);
CREATE INDEX duty_kind_unit ON duty (kind, unit, overdue_from, id) INCLUDE (officer_id);
CREATE INDEX duty_account ON duty (account_id, overdue_from, id);

INSERT INTO projection_table (projection, table_name) VALUES
    ('duties', 'duty_fact'),
    ('duties', 'duty_person'),
    ('duties', 'duty_poster'),
    ('duties', 'duty');

GRANT SELECT, INSERT, UPDATE, DELETE ON duty_fact, duty_person, duty_poster, duty TO ninetyten_query;

-- Feeds of duties for calendar programs. No part of the projection: nothing here can be made anew from the store. Of the secret in
-- a feed's address there is no more than a digest.
CREATE TABLE duty_calendar (
    id         uuid        PRIMARY KEY,
    secret     bytea       NOT NULL UNIQUE,
    owner_id   text        NOT NULL,
    officer_id varchar(64),
    role       text        NOT NULL,
    unit       text,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL
);
CREATE INDEX duty_calendar_owner ON duty_calendar (owner_id, created_at);
GRANT SELECT, INSERT, DELETE ON duty_calendar TO ninetyten_query;
