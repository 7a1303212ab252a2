-- People who were erased, and whether what was made of their texts is gone from every copy here. No part of a projection.
CREATE TABLE erasure (
    officer_id   varchar(64) PRIMARY KEY,
    position     bigint      NOT NULL,
    noticed_at   timestamptz NOT NULL DEFAULT clock_timestamp(),
    completed_at timestamptz
);
CREATE INDEX erasure_open ON erasure (noticed_at) WHERE completed_at IS NULL;
COMMENT ON COLUMN erasure.position IS 'Of the event that says so.';

GRANT SELECT, INSERT, UPDATE ON erasure TO ninetyten_query;
GRANT MAINTAIN ON dead_letter, rebuild, readmodel_copy.dead_letter TO ninetyten_query;
