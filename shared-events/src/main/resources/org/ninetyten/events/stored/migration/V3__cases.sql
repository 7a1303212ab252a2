-- Which transgressions were reported of an officer, so that earlier breaches can be found in the store.
CREATE TABLE officer_case (
    officer_id       varchar(64) NOT NULL,
    transgression_id varchar(64) NOT NULL,
    PRIMARY KEY (officer_id, transgression_id)
);

GRANT SELECT, INSERT ON officer_case TO ninetyten_command;

-- Those that were reported before this table was there.
INSERT INTO officer_case (officer_id, transgression_id)
SELECT convert_from(payload, 'UTF8')::jsonb ->> 'officerId', convert_from(payload, 'UTF8')::jsonb ->> 'transgressionId'
FROM domain_event
WHERE event_type = 'TransgressionReported';
