-- Queries tell how far an automation has got: a list of who must acknowledge is not complete before it was written down.
GRANT SELECT (processorName, token, tokenType) ON token_entry TO ninetyten_query;
