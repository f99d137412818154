#!/bin/sh
# Says how many bytes of a file travel to a browser, and fails if they are more than allowed: `wasm/weigh.sh FILE [MOST]`.
# Servers send it with brotli, which Node has; without Node the bytes of gzip are said, a third more, and nothing fails.
set -eu
file=$1
most=${2:-}
name=$(basename "$file")
if command -v node >/dev/null 2>&1; then
    bytes=$(node -e '
        const { brotliCompressSync, constants } = require("node:zlib");
        const file = require("node:fs").readFileSync(process.argv[1]);
        const params = { [constants.BROTLI_PARAM_SIZE_HINT]: file.length, [constants.BROTLI_PARAM_LGWIN]: 24 };
        console.log(brotliCompressSync(file, { params }).length);' "$file")
    echo "$name: $(wc -c < "$file") bytes, $bytes with brotli"
    if [ -n "$most" ] && [ "$bytes" -gt "$most" ]; then
        echo "$name has more than $most bytes with brotli" >&2
        exit 1
    fi
else
    echo "$name: $(wc -c < "$file") bytes, $(gzip -9 -c "$file" | wc -c) with gzip (Node would say how many with brotli)"
fi
