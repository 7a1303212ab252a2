-- An account tells who operates it, and who did. Nobody did before this: its rows are made what a rebuild would make of them.
UPDATE account SET document = (left(document::text, -1) || ',"operators":[]}')::json;
