-- What was said about people who are erased leaves these tables' files too, when they are rewritten.
GRANT MAINTAIN ON bulk_import_line, handle_reservation TO ninetyten_query;
