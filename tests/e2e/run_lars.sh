#!/usr/bin/env bash
# Starts LaRS, a Learning Record Store that speaks xAPI 2.0 and nothing older, on loopback: run_lars.sh PORT FOLDER USER PASSWORD.
# It is built by tests/run --all, or named by $LARS (cargo install xapi-rs --version 0.2.0 --locked); its PostgreSQL lives in FOLDER and ends with it.
set -euo pipefail
port=$1 folder=$2 user=$3 password=$4
: "${LARS:=$(dirname "$0")/../../target/lars/bin/xapi-rs}"
LARS=$(readlink -f "$LARS")
# Debian keeps them out of the way, one folder a version.
tools=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -n 1)
as=()
# PostgreSQL refuses to run as root.
[ "$(id -u)" != 0 ] || { chown postgres "$folder"; as=(runuser -u postgres --); }
base=$((port + 1))
"${as[@]}" "$tools/initdb" -D "$folder/db" -U lars -A trust >/dev/null
"${as[@]}" "$tools/postgres" -D "$folder/db" -p "$base" -k "$folder" -c fsync=off -c listen_addresses=127.0.0.1 >/dev/null 2>&1 &
db=$!
# LaRS does not end by itself while somebody might still ask.
trap 'kill -9 ${lars:-} 2>/dev/null; kill $db; wait' EXIT
trap 'exit 0' TERM INT
until "$tools/pg_isready" -q -h 127.0.0.1 -p "$base"; do sleep 0.2; done
"$tools/createdb" -h 127.0.0.1 -p "$base" -U lars xapi
mkdir -p "$folder/home/logs" "$folder/home/static"
cd "$folder/home"
CARGO_MANIFEST_DIR=$PWD DB_SERVER_URL="postgresql://lars@127.0.0.1:$base" DB_NAME=xapi LRS_HOST=127.0.0.1 LRS_PORT=$port \
  LRS_EXTERNAL_URL="http://127.0.0.1:$port/" LRS_MODE=auth LRS_AUTHORITY_IFI="$user" LRS_ROOT_EMAIL="$user" LRS_ROOT_PASSWORD="$password" \
  LRS_USER_CACHE_LEN=10 EXT_DEFAULT_LANGUAGE=en JWS_STRICT=false RUST_LOG=error DB_STATEMENTS_PAGE_LEN=500 \
  ROCKET_ADDRESS=127.0.0.1 ROCKET_PORT=$port ROCKET_LOG_LEVEL=off ROCKET_LIMITS='{json="2MiB"}' \
  DB_MAX_CONNECTIONS=16 DB_MIN_CONNECTIONS=1 DB_ACQUIRE_TIMEOUT_SECS=8 DB_IDLE_TIMEOUT_SECS=8 DB_MAX_LIFETIME_SECS=60 "$LARS" &
lars=$!
wait $lars
