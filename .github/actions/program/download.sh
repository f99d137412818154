#!/usr/bin/env bash
# Fetches the released program $ARCHIVE, whose SHA-256 is $SUM, and installs it. Where it cannot be had it says so and leaves
# `installed` empty, for the program to be compiled; another sum stops everything: it is not what was agreed on.
set -euo pipefail

archive=$RUNNER_TEMP/bacheca.tar.gz
folder=$RUNNER_TEMP/bacheca-release
if ! curl --fail --silent --show-error --location --retry 3 --max-time 300 --output "$archive" "$ARCHIVE"; then
  echo "::warning file=.github/program.env::$ARCHIVE non si scarica: il programma si compila, e ci vuole più tempo"
  exit
fi
found=$(sha256sum < "$archive" | cut -d ' ' -f 1)
if [ "$found" != "$SUM" ]; then
  echo "::error file=.github/program.env::$ARCHIVE ha la somma $found, e SHA256 dice $SUM: non è il programma scelto"
  exit 1
fi
rm -rf "$folder"
mkdir -p "$folder" ~/.cargo/bin
tar --extract --gzip --file "$archive" --directory "$folder" --strip-components 1
install -m 755 "$folder/bacheca" ~/.cargo/bin/bacheca
{
  echo "installed=true"
  # The modules for the page on which partners announce.
  if [ -e "$folder/annuncia/bacheca.wasm" ]; then echo "modules=$folder/annuncia"; fi
} >> "$GITHUB_OUTPUT"
