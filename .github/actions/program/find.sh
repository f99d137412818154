#!/usr/bin/env bash
# Says which program a board uses (.github/program.env), as outputs of a step:
#
#   from      here: the sources of the program are this repository; release: a program that is released, checked by its
#             sum; source: what its repository holds at a revision
#   revision  the commit it is made from, but for `here`
#   archive   address of the released program, for `release`
#   sum       its SHA-256
#   path key  what is kept from one run to the next where it is compiled, and its name
#
# $SITE is `false` where the part that only checks is enough: it compiles in a third of the time.
set -euo pipefail

if [ "$SITE" = true ]; then part=site; else part=check; fi

if grep -qsx 'name = "bacheca"' Cargo.toml; then
  rustup toolchain install stable --profile minimal --no-self-update
  rustup default stable
  stamp=$(cat Cargo.lock <(rustc --version) | sha256sum | cut -c1-16)
  {
    echo "from=here"
    echo "path=target"
    echo "key=bacheca-$part-target-$stamp"
  } >> "$GITHUB_OUTPUT"
  exit
fi

file=.github/program.env
stop() {
  echo "::error file=$file::$1"
  exit 1
}
# The last line that gives a value to a name, without the mark that Windows puts at its end.
value() { sed -n "s/^$1=//p" "$file" | tail -n 1 | tr -d '\r'; }
source=$(value SOURCE) version=$(value VERSION) sum=$(value SHA256)
[[ $source =~ ^(https:/)?/[A-Za-z0-9._~/-]+$ ]] || stop "SOURCE non è un indirizzo: «$source»"
[[ $version =~ ^[A-Za-z0-9][A-Za-z0-9._+-]*$ ]] || stop "VERSION non è una versione: «$version»"
[[ $sum =~ ^([0-9a-f]{64})?$ ]] || stop "SHA256 non è una somma (64 cifre): «$sum»"

revision=$version from=source
if ! [[ $version =~ ^[0-9a-f]{40}$ ]]; then
  # The last line is the commit behind a signed tag.
  tag="refs/tags/$version"
  revision=$(git ls-remote --exit-code "$source" "$tag" "$tag^{}" | tail -n 1 | cut -f1) ||
    stop "non c'è la versione «$version» in $source"
  if [ -n "$sum" ]; then from=release; fi
elif [ -n "$sum" ]; then
  stop "SHA256 è la somma di una versione pubblicata: con un commit in VERSION si lascia vuota"
fi
{
  echo "from=$from"
  echo "source=$source"
  echo "revision=$revision"
  echo "archive=${source%.git}/releases/download/$version/bacheca-$version-x86_64-unknown-linux-musl.tar.gz"
  echo "sum=$sum"
  echo "path=~/.cargo/bin/bacheca"
  echo "key=bacheca-$part-program-$revision"
} >> "$GITHUB_OUTPUT"
