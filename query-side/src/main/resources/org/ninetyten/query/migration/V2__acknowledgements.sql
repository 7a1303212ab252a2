-- Who was required to acknowledge which version, and what became of it; and who acknowledged unasked. A row holds the earliest
-- acknowledgement of its version or a later one, whichever came here first.
CREATE TABLE acknowledgement (
    policy_id            varchar(64) NOT NULL,
    officer_id           varchar(64) NOT NULL,
    version              integer     NOT NULL,
    due_by               date,
    missed               boolean     NOT NULL,
    acknowledged_on      date,
    acknowledged_version integer,
    on_paper             boolean,
    PRIMARY KEY (policy_id, officer_id, version)
);

-- What a list of them says of officers.
CREATE TABLE acknowledgement_officer (
    officer_id varchar(64) PRIMARY KEY,
    version    bigint NOT NULL,
    name       text   NOT NULL,
    unit       text   NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE ON acknowledgement, acknowledgement_officer TO ninetyten_query;
