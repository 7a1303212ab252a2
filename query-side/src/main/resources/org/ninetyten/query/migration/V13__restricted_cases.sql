-- Cases that are there for named callers alone: one row while a case is restricted, and none otherwise. Every view that tells of cases
-- asks here.
CREATE TABLE restricted_case (
    transgression_id varchar(64) PRIMARY KEY,
    allowed          text[]      NOT NULL
);
COMMENT ON COLUMN restricted_case.allowed IS 'Ids of callers, whatever their roles.';

INSERT INTO projection_table (projection, table_name) VALUES ('transgressions', 'restricted_case');
GRANT SELECT, INSERT, UPDATE, DELETE ON restricted_case TO ninetyten_query;
