-- Which concern of a dip sample became which report: at most one, also under concurrent requests.
CREATE TABLE reported_concern (
    account_id       varchar(64) NOT NULL,
    sample_id        varchar(64) NOT NULL,
    concern          integer     NOT NULL,
    transgression_id varchar(64) NOT NULL,
    PRIMARY KEY (account_id, sample_id, concern)
);

GRANT SELECT, INSERT ON reported_concern TO ninetyten_command;
