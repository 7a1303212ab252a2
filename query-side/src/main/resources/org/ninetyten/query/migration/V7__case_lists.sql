-- A case that stands explained as no breach shows to the officer whom it is about.
UPDATE transgression SET officer_told = true
WHERE NOT officer_told AND state <> 'REOPENED' AND document -> 'assessment' ->> 'breach' = 'false';
