#!/usr/bin/env bash
# Prints a new master key, under which people's keys are kept: a Tink keyset of one AES-256-GCM key, as JSON.
#   (umask 077; deploy/master-key.sh > deploy/master-key.json)
set -euo pipefail

id=$(od -An -N4 -tu4 /dev/urandom | tr -d ' ')
id=$(( id % 2147483647 + 1 ))
# The key as Tink writes it: field 3 of its message, 32 bytes long.
value=$({ printf '\x1a\x20'; head -c 32 /dev/urandom; } | base64 | tr -d '\n')
cat <<JSON
{"primaryKeyId":$id,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey","value":"$value","keyMaterialType":"SYMMETRIC"},"status":"ENABLED","keyId":$id,"outputPrefixType":"TINK"}]}
JSON
