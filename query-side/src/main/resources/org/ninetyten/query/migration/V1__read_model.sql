-- Everything here can be made anew from the event store.

CREATE TABLE token_entry (
    processorName varchar(255) NOT NULL,
    segment       integer      NOT NULL,
    token         bytea,
    tokenType     varchar(255),
    timestamp     varchar(255),
    owner         varchar(255),
    PRIMARY KEY (processorName, segment)
);

CREATE TABLE dead_letter (
    deadLetterIdentifier varchar(255) PRIMARY KEY,
    processingGroup      varchar(255) NOT NULL,
    sequenceIdentifier   varchar(255) NOT NULL,
    sequenceIndex        bigint       NOT NULL,
    messageType          varchar(255) NOT NULL,
    eventIdentifier      varchar(255) NOT NULL,
    timestamp            varchar(255) NOT NULL,
    payloadType          varchar(255) NOT NULL,
    payloadRevision      varchar(255),
    payload              bytea        NOT NULL,
    metaData             bytea,
    type                 varchar(255),
    aggregateIdentifier  varchar(255),
    sequenceNumber       bigint,
    tokenType            varchar(255),
    token                bytea,
    enqueuedAt           varchar(255) NOT NULL,
    lastTouched          varchar(255),
    processingStarted    varchar(255),
    causeType            varchar(255),
    causeMessage         varchar(1023),
    diagnostics          bytea,
    UNIQUE (processingGroup, sequenceIdentifier, sequenceIndex)
);

-- State-shaped views: the document is what is answered, the columns beside it are what lists filter and sort by.

CREATE TABLE officer (
    id       varchar(64) PRIMARY KEY,
    version  bigint NOT NULL,
    unit     text   NOT NULL,
    document json   NOT NULL
);
CREATE INDEX officer_unit ON officer (unit, id);

CREATE TABLE account (
    id           varchar(64) PRIMARY KEY,
    version      bigint NOT NULL,
    state        text   NOT NULL,
    platform_key text   NOT NULL,
    holder_id    text   NOT NULL,
    policy_id    text   NOT NULL,
    document     json   NOT NULL
);
CREATE INDEX account_holder ON account (holder_id, id);
CREATE INDEX account_policy ON account (policy_id, id);
CREATE INDEX account_state ON account (state, id);

CREATE TABLE policy (
    id       varchar(64) PRIMARY KEY,
    version  bigint NOT NULL,
    state    text   NOT NULL,
    document json   NOT NULL
);

-- Contents are large and rarely asked for: one row a version, and number 0 for the draft. The column version is
-- the policy's when it was written: an event read again does not bring back an older draft.
CREATE TABLE policy_content (
    policy_id varchar(64) NOT NULL,
    number    integer     NOT NULL,
    version   bigint      NOT NULL,
    document  json        NOT NULL,
    PRIMARY KEY (policy_id, number)
);

CREATE TABLE transgression (
    id         varchar(64) PRIMARY KEY,
    version    bigint NOT NULL,
    state      text   NOT NULL,
    category   text   NOT NULL,
    officer_id text   NOT NULL,
    account_id text   NOT NULL,
    document   json   NOT NULL
);
CREATE INDEX transgression_officer ON transgression (officer_id, id);
CREATE INDEX transgression_account ON transgression (account_id, id);
CREATE INDEX transgression_state ON transgression (state, id);

-- The append-shaped history: each event once, and once for each subject in whose history it stands.

CREATE TABLE history_entry (
    position         bigint      PRIMARY KEY,
    event_id         varchar(64) NOT NULL,
    recorded_at      timestamptz NOT NULL,
    happened_on      date        NOT NULL,
    kind             text        NOT NULL,
    summary          text        NOT NULL,
    actor_id         text        NOT NULL,
    actor_role       text        NOT NULL,
    correlation_id   text        NOT NULL,
    causation_id     text        NOT NULL,
    subject          text        NOT NULL,
    subject_id       varchar(64) NOT NULL,
    version          bigint      NOT NULL,
    officer_id       varchar(64),
    account_id       varchar(64),
    policy_id        varchar(64),
    transgression_id varchar(64),
    policy_version   integer,
    details          json        NOT NULL,
    UNIQUE (subject, subject_id, version)
);

CREATE TABLE history_subject (
    subject    text        NOT NULL,
    subject_id varchar(64) NOT NULL,
    position   bigint      NOT NULL,
    PRIMARY KEY (subject, subject_id, position)
);

-- Who answered for or might post with which account, from one event to another: so that what happens to them in respect of it finds
-- its history. By positions, not as it is now: whoever reads an event again, years later, must place it as the first time.
CREATE TABLE history_account_person (
    officer_id     varchar(64) NOT NULL,
    account_id     varchar(64) NOT NULL,
    policy_id      varchar(64) NOT NULL,
    from_position  bigint      NOT NULL,
    until_position bigint      NOT NULL,
    PRIMARY KEY (officer_id, account_id, from_position)
);
CREATE INDEX history_account_person_account ON history_account_person (account_id);

GRANT USAGE ON SCHEMA readmodel TO ninetyten_query;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA readmodel TO ninetyten_query;
REVOKE ALL ON flyway_schema_history FROM ninetyten_query;
