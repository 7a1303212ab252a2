-- Which transgressions were reported of an officer, so that earlier breaches can be found in the store.
CREATE TABLE officer_case (
    officer_id       varchar(64) NOT NULL,
    transgression_id varchar(64) NOT NULL,
    PRIMARY KEY (officer_id, transgression_id)
);

GRANT SELECT, INSERT ON officer_case TO ninetyten_command;
