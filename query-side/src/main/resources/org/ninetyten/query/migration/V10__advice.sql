-- Advice that was asked for, for whoever has to answer it and whoever looks for what a post rests on. Written with the
-- officers' rows; its state follows from what is there.
CREATE TABLE advice (
    officer_id   varchar(64) NOT NULL,
    advice_id    varchar(64) NOT NULL,
    account_id   varchar(64) NOT NULL,
    draft        text        NOT NULL,
    question     text        NOT NULL,
    asked_at     timestamptz NOT NULL,
    reply_due_at timestamptz NOT NULL,
    decision     text,
    why          text,
    replied_by   text,
    replied_at   timestamptz,
    followed     boolean,
    PRIMARY KEY (officer_id, advice_id)
);
-- In the order of the list: what is not answered first, the longest due first.
CREATE INDEX advice_desk ON advice ((decision IS NOT NULL), reply_due_at, officer_id, advice_id);
CREATE INDEX advice_account ON advice (account_id, officer_id);

INSERT INTO projection_table (projection, table_name) VALUES ('officers', 'advice');
GRANT SELECT, INSERT, UPDATE, DELETE ON advice TO ninetyten_query;

-- Officers' rows are made what a rebuild would make of them: no advice, no notes, and no agreed action ticked off yet.
UPDATE officer
SET document = (
    jsonb_set(
        document::jsonb,
        '{conversations}',
        coalesce((
            SELECT jsonb_agg(
                held || jsonb_build_object(
                    'agreedActions',
                    coalesce((
                        SELECT jsonb_agg(jsonb_build_object('n', n, 'action', action, 'done', false) ORDER BY n)
                        FROM jsonb_array_elements_text(held -> 'agreedActions') WITH ORDINALITY agreed (action, n)), '[]'),
                    'notes', '[]'::jsonb)
                ORDER BY place)
            FROM jsonb_array_elements(document::jsonb -> 'conversations') WITH ORDINALITY conversation (held, place)), '[]'))
    || '{"advice": []}')::json;

-- And accounts': no post was commended, and none sampled.
UPDATE account SET document = (left(document::text, -1) || ',"commendations":[],"samples":[]}')::json;
