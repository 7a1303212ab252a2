#!/usr/bin/env bash
# Gives Ninety Ten's roles their passwords, after 10-roles.sql has made them. Runs when the PostgreSQL container initialises, and by
# hand whenever a password changes; again with the same passwords changes nothing.
#
# Each password comes from a variable, such as NINETYTEN_OWNER_PASSWORD, or from the file that NINETYTEN_OWNER_PASSWORD_FILE names.
# The auditor's may be left out: then nobody can log in as the auditor, until it is set. The role of the standalone program gets none
# here, as the two sides run apart.
set -euo pipefail

password_of() {
    local variable="$1" file_variable="${1}_FILE"
    if [ -n "${!file_variable:-}" ]; then
        cat "${!file_variable}"
    else
        printf '%s' "${!variable:-}"
    fi
}

# The password reaches psql by its environment and the server by the connection: it is in no argument that a process list shows, and
# in no log of statements.
set_password() {
    local role="$1"
    ROLE="$role" PASSWORD="$2" psql --no-psqlrc --quiet --no-password -v ON_ERROR_STOP=1 \
        --username "${POSTGRES_USER:-postgres}" --dbname "${POSTGRES_DB:-ninetyten}" <<'SQL'
SET log_statement = 'none';
SET log_min_duration_statement = -1;
SET log_min_error_statement = 'panic';
SET password_encryption = 'scram-sha-256';
\getenv role ROLE
\getenv password PASSWORD
ALTER ROLE :"role" PASSWORD :'password';
SQL
    echo "The password of $role is set."
}

require_password() {
    local role="$1" variable="$2" password
    password="$(password_of "$variable")"
    if [ -z "$password" ]; then
        echo "$variable (or ${variable}_FILE) is not set: $role needs a password." >&2
        exit 1
    fi
    set_password "$role" "$password"
}

require_password ninetyten_owner NINETYTEN_OWNER_PASSWORD
require_password ninetyten_command NINETYTEN_COMMAND_PASSWORD
require_password ninetyten_query NINETYTEN_QUERY_PASSWORD

auditor_password="$(password_of NINETYTEN_AUDITOR_PASSWORD)"
if [ -n "$auditor_password" ]; then
    set_password ninetyten_auditor "$auditor_password"
fi
