-- The whole case: what its lists filter by, and what was said in reflective practice, apart from everything else.

ALTER TABLE transgression
    ADD COLUMN posted_at    timestamptz,
    ADD COLUMN officer_told boolean NOT NULL DEFAULT false,
    ADD COLUMN breach       boolean NOT NULL DEFAULT false,
    ADD COLUMN intent       text,
    ADD COLUMN harm         text,
    ADD COLUMN due_by       date;

UPDATE transgression
SET posted_at = (document ->> 'postedAt')::timestamptz,
    document  = (document::jsonb || '{"completions": [], "reviews": [], "reopenings": []}')::json;

ALTER TABLE transgression ALTER COLUMN posted_at SET NOT NULL;

-- Lists page by id within what they filter by. The last index answers every mix of filters that the others do not
-- fit from its own pages, without reading a case that does not match.
CREATE INDEX transgression_judged ON transgression (state, intent, harm, category, id);
CREATE INDEX transgression_intent ON transgression (intent, harm, category, id);
CREATE INDEX transgression_category ON transgression (category, id);
CREATE INDEX transgression_posted ON transgression (posted_at);
CREATE INDEX transgression_due ON transgression (due_by) WHERE state = 'ASSESSED';
CREATE INDEX transgression_filters
    ON transgression (id, state, intent, harm, category, officer_id, account_id, posted_at, due_by, officer_told);
DROP INDEX transgression_state;

CREATE TABLE reflective_account (
    transgression_id varchar(64) NOT NULL,
    version          bigint      NOT NULL,
    completed_on     date        NOT NULL,
    account          text        NOT NULL,
    recorded_at      timestamptz NOT NULL,
    PRIMARY KEY (transgression_id, version)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON reflective_account TO ninetyten_query;
