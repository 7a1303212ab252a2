#!/usr/bin/env bash
# Succeeds when the application in this container answers that it is ready. The image has neither curl nor wget, and a Java program
# would take longer to start than the answer takes: bash speaks enough HTTP by itself.
set -eu

exec 3<>"/dev/tcp/127.0.0.1/${SERVER_PORT:-8080}"
printf 'GET /actuator/health/readiness HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r -t 4 _ status _ <&3
[ "$status" = 200 ]
