-- An operator may leave an account and come back to it: a row for each time, of which one at most has not ended.
ALTER TABLE account_person DROP CONSTRAINT account_person_pkey;
ALTER TABLE account_person ADD COLUMN joined_on date;
COMMENT ON COLUMN account_person.joined_on IS 'The day, in London, on which an operator was added; empty for a holder, who has the account from its request on.';
COMMENT ON COLUMN account_person.left_on IS 'The day, in London, on which the account was refused or closed, or the operator removed; empty before that.';
CREATE INDEX account_person_account ON account_person (account_id, officer_id);
CREATE UNIQUE INDEX account_person_now ON account_person (account_id, officer_id) WHERE left_on IS NULL;
