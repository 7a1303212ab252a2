-- A first key is written in one statement with the first event that is sealed under it, so its number is drawn before.
GRANT USAGE ON SEQUENCE data_key_id_seq TO ninetyten_command;
