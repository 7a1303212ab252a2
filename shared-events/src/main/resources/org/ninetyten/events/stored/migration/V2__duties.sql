-- What the command side remembers beside the store. All of it follows from events; none of it is history.

-- db-scheduler's table: what falls due.
CREATE TABLE scheduled_tasks (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);

-- How far the command side's own automations have read the store.
CREATE TABLE token_entry (
    processorName varchar(255) NOT NULL,
    segment       integer      NOT NULL,
    token         bytea,
    tokenType     varchar(255),
    timestamp     varchar(255),
    owner         varchar(255),
    PRIMARY KEY (processorName, segment)
);

-- Who answers for or may post with which open account.
CREATE TABLE account_person (
    account_id varchar(64) NOT NULL,
    officer_id varchar(64) NOT NULL,
    policy_id  varchar(64) NOT NULL,
    PRIMARY KEY (account_id, officer_id)
);
CREATE INDEX account_person_policy ON account_person (policy_id);

-- Who has yet to be told to acknowledge which version: a row each, so that a crash in the middle loses and doubles nobody.
CREATE TABLE acknowledgement_to_require (
    policy_id      varchar(64)  NOT NULL,
    version        integer      NOT NULL,
    officer_id     varchar(64)  NOT NULL,
    due_by         date         NOT NULL,
    correlation_id varchar(255) NOT NULL,
    causation_id   varchar(255) NOT NULL,
    claimed_until  timestamptz,
    done           boolean      NOT NULL DEFAULT false,
    PRIMARY KEY (policy_id, version, officer_id)
);
CREATE INDEX acknowledgement_to_require_open ON acknowledgement_to_require (claimed_until) WHERE NOT done;

GRANT SELECT, INSERT, UPDATE, DELETE ON scheduled_tasks, token_entry, account_person, acknowledgement_to_require
    TO ninetyten_command;
GRANT SELECT ON acknowledgement_to_require TO ninetyten_query;
