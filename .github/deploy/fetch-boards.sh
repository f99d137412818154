#!/bin/sh
# Asks the boards of a list for their data, every night before `bacheca aggregate --boards`:
#
#   sh fetch-boards.sh boards.toml
#
# The data come into feeds/ beside the list. Of each board only what it has changed since the last answer is sent (curl's
# --etag-compare); what comes lies beside its last good data, as NAME.json.nuovo, until aggregate has looked at it. A board
# that does not answer keeps what it had, and NAME.fallito says since when, and how. So this ends with 0 whatever the boards
# do, and can be repeated at any hour.
#
# Needs curl 7.70 or newer. In the environment: BACHECA (the program), AT_ONCE (boards asked at a time), SECONDS_EACH, RETRIES,
# and MAX_BYTES of an answer: more is no board.
set -eu

list=${1:?usage: fetch-boards.sh boards.toml}
root=$(dirname "$list")
export TODAY="${TODAY:-$(date +%F)}" SECONDS_EACH="${SECONDS_EACH:-60}" RETRIES="${RETRIES:-2}" MAX_BYTES="${MAX_BYTES:-33554432}"

mkdir -p "$root/feeds"

# One board: the file of its data, and their address.
# shellcheck disable=SC2016 # it is for the shell that xargs starts
fetch='
data=$1 name=${1%.json} url=$2
# What was asked for without data there would be answered that nothing has changed.
[ -e "$data" ] || [ -e "$data.nuovo" ] || rm -f "$name.etag"
[ -e "$name.etag" ] || : > "$name.etag"
status=$(curl --silent --location --max-redirs 3 --proto =https,http --proto-redir =https,http --compressed \
  --max-time "$SECONDS_EACH" --max-filesize "$MAX_BYTES" --retry "$RETRIES" --retry-delay 5 \
  --etag-compare "$name.etag" --etag-save "$name.etag.nuovo" \
  --output "$data.parziale" --write-out "%{http_code}" "$url") && ended=0 || ended=$?
if [ "$ended" = 0 ] && [ "$status" = 200 ]; then
  mv "$data.parziale" "$data.nuovo"
  if [ -s "$name.etag.nuovo" ]; then mv "$name.etag.nuovo" "$name.etag"; else rm -f "$name.etag"; fi
  rm -f "$name.fallito"
elif [ "$ended" = 0 ] && [ "$status" = 304 ]; then
  # New data that aggregate has not looked at yet are not those that the note is about.
  [ -e "$data.nuovo" ] || printf "%s\n" "$TODAY" > "$name.visto"
  rm -f "$name.fallito"
else
  # The first day of a failure stays.
  [ -e "$name.fallito" ] || printf "%s (HTTP %s, curl %s)\n" "$TODAY" "$status" "$ended" > "$name.fallito"
fi
rm -f "$data.parziale" "$name.etag.nuovo"
'

"${BACHECA:-bacheca}" --root "$root" aggregate --boards "$list" --addresses | tr '\t\n' '\0\0' |
  xargs -0 -n 2 -P "${AT_ONCE:-16}" sh -c "$fetch" fetch
