-- Who left stays known: nobody misses what they no longer had to do when its day came. Those who left before are gone.
ALTER TABLE account_person ADD COLUMN left_on date;
COMMENT ON COLUMN account_person.left_on IS 'The day, in London, on which the account was refused or closed; empty while it is open.';
CREATE INDEX account_person_officer ON account_person (officer_id, policy_id);

-- A list of who must acknowledge leaves out those who no longer need to.
GRANT SELECT ON account_person TO ninetyten_query;
