-- What the automation of acknowledgements has taken in of policies. Whoever joins is asked for these, and not for what the
-- store has beyond them: that comes to everyone's turn, theirs too, when the automation comes to it.

-- The versions that must be acknowledged.
CREATE TABLE policy_version (
    policy_id               varchar(64) NOT NULL,
    version                 integer     NOT NULL,
    effective_from          date        NOT NULL,
    acknowledge_within_days integer     NOT NULL,
    PRIMARY KEY (policy_id, version)
);

CREATE TABLE policy_withdrawal (
    policy_id    varchar(64) PRIMARY KEY,
    withdrawn_on date        NOT NULL
);

GRANT SELECT, INSERT ON policy_version, policy_withdrawal TO ninetyten_command;

-- What it had taken in before these tables were there: up to its token, without the gaps that it still waits for.
WITH automation AS (
    SELECT as_json(token) AS token FROM token_entry
    WHERE processorName = 'acknowledgement-duties' AND segment = 0
), taken_in AS (
    SELECT as_json(payload) AS event
    FROM domain_event, automation, LATERAL (SELECT coalesce(token -> 'currentToken', token) AS at) read_to
    WHERE event_type = 'PolicyVersionPublished'
      AND position <= (at ->> 'index')::bigint AND NOT coalesce(at -> 'gaps' @> to_jsonb(position), false)
)
INSERT INTO policy_version (policy_id, version, effective_from, acknowledge_within_days)
SELECT event ->> 'policyId', (event ->> 'version')::integer, (event ->> 'effectiveFrom')::date,
       (event #>> '{content,obligations,acknowledgeWithinDays}')::integer
FROM taken_in
WHERE event IS NOT NULL AND (event ->> 'significance' = 'MAJOR' OR event ->> 'version' = '1');

WITH automation AS (
    SELECT as_json(token) AS token FROM token_entry
    WHERE processorName = 'acknowledgement-duties' AND segment = 0
), taken_in AS (
    SELECT as_json(payload) AS event
    FROM domain_event, automation, LATERAL (SELECT coalesce(token -> 'currentToken', token) AS at) read_to
    WHERE event_type = 'PolicyWithdrawn'
      AND position <= (at ->> 'index')::bigint AND NOT coalesce(at -> 'gaps' @> to_jsonb(position), false)
)
INSERT INTO policy_withdrawal (policy_id, withdrawn_on)
SELECT event ->> 'policyId', (event ->> 'withdrawnOn')::date
FROM taken_in
WHERE event IS NOT NULL;
