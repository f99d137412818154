#!/bin/sh
# Gets what compiles for wasm32-unknown-unknown: `wasm/tools.sh FOLDER`. FOLDER/env is then the environment that cargo
# needs for it. rustup's target where it can be fetched; else Debian's compiler with the sources of its library, unpacked
# below FOLDER and not installed: nothing outside it changes, and nobody has to be root.
set -eu
folder=$1
target=wasm32-unknown-unknown
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
root=$folder/root

has_target() { [ -d "$(rustc --print sysroot)/lib/rustlib/$target/lib" ]; }

# The environment in which Debian's compiler works where it is: its own libraries, and a standard library compiled anew.
debian_environment() {
    libraries=
    for below in "$root"/usr/lib/*-linux-gnu "$root"/usr/lib/llvm-*/lib; do
        if [ -d "$below" ]; then libraries=$libraries${libraries:+:}$below; fi
    done
    cat <<END
export LD_LIBRARY_PATH='$libraries'
export RUSTC='$root/usr/bin/rustc'
export RUSTC_BOOTSTRAP=1
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER='$(echo "$root"/usr/lib/llvm-*/bin/wasm-ld)'
export CARGO_UNSTABLE_BUILD_STD=std,panic_abort
END
}

works() { [ -e "$folder/env" ] && (. "$folder/env" && "$RUSTC" --version) >/dev/null 2>&1; }

fail() {
    cat >&2 <<END
$1
To compile for $target install the target, \`rustup target add $target\`, or on Debian let apt-get fetch
the packages rustc-web, libstd-rust-web-dev, rust-web-src and those that they need.
END
    exit 1
}

# package DEPENDENT PATTERN: what it depends on, by name: versions are in the names.
package() { apt-cache depends "$1" 2>/dev/null | sed -n "s/^ *Depends: \($2\)\$/\1/p" | head -n 1; }

if has_target; then
    : > "$folder/env"
    exit
fi
if works; then exit; fi
if command -v rustup >/dev/null 2>&1 && rustup target add "$target" >/dev/null 2>&1 && has_target; then
    : > "$folder/env"
    exit
fi
for tool in apt-get apt-cache dpkg-deb; do
    command -v "$tool" >/dev/null 2>&1 || fail "rustup cannot fetch the target, and there is no $tool."
done
if [ -z "$(package libstd-rust-web-dev 'libstd-rust-web-[0-9].*')" ] && [ "$(id -u)" = 0 ]; then apt-get update -qq; fi
library=$(package libstd-rust-web-dev 'libstd-rust-web-[0-9].*')
[ -n "$library" ] || fail "rustup cannot fetch the target, and apt-cache knows no rustc-web (as root: apt-get update)."
llvm=$(package "$library" 'libllvm[0-9]*')
rm -rf "$root" "$folder/packages"
mkdir -p "$root" "$folder/packages"
(cd "$folder/packages" && apt-get download -qq -o APT::Sandbox::User=root \
    rustc-web "$library" libstd-rust-web-dev rust-web-src "$llvm" "lld-${llvm#libllvm}") \
    || fail "rustup cannot fetch the target, and apt-get cannot fetch rustc-web."
for package in "$folder"/packages/*.deb; do
    case $package in
        # Of the sources the library's alone: the rest is ten times as much.
        */rust-web-src_*)
            dpkg-deb --fsys-tarfile "$package" | tar -x -C "$root" --wildcards './usr/src/*/library/*' './usr/lib/rustlib/src/*'
            ;;
        *) dpkg-deb -x "$package" "$root" ;;
    esac
done
rm -rf "$folder/packages"
debian_environment > "$folder/env"
works || fail "Debian's compiler does not run from $root."
