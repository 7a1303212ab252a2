-- Accounts tell who held them and when they were reviewed, officers how they are supported. Of accounts and officers that were there before, no
-- more is known than this: their rows are made what a rebuild would make of them.
ALTER TABLE account ALTER COLUMN holder_id DROP NOT NULL;
CREATE INDEX account_without_holder ON account (id) WHERE holder_id IS NULL AND state NOT IN ('REFUSED', 'CLOSED');

UPDATE account
SET document = (document::jsonb || jsonb_build_object(
        'holders', jsonb_build_array(
            jsonb_build_object('officerId', document ->> 'holderId', 'from', document ->> 'openedOn')
            || CASE WHEN document -> 'closed' IS NULL THEN '{}'
                    ELSE jsonb_build_object('until',
                        ((document -> 'closed' ->> 'recordedAt')::timestamptz AT TIME ZONE 'Europe/London')::date) END),
        'reviews', '[]'::jsonb))::json;

UPDATE officer
SET document = (document::jsonb || jsonb_build_object(
        'training', (SELECT coalesce(jsonb_agg(one || '{"lapsed": false}' ORDER BY n), '[]')
                     FROM jsonb_array_elements(document::jsonb -> 'training') WITH ORDINALITY AS those (one, n)),
        'trainingLapsed', false,
        'checkIns', '[]'::jsonb,
        'checkInsMissed', '[]'::jsonb)
    || jsonb_strip_nulls(jsonb_build_object('trainingValidUntil',
            (SELECT max(one ->> 'validUntil') FROM jsonb_array_elements(document::jsonb -> 'training') AS one))))::json;
