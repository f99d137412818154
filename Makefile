# Two commands do everything: `make site` and `make test`.
.PHONY: site test soak serve bench wasm wasm-test tools-site tools-test tools-soak tools-wasm

TARGET = $${CARGO_TARGET_DIR:-target}
NOTO = /usr/share/fonts/truetype/noto
CJK = /usr/share/fonts/opentype/noto
# How long each fuzz target runs: `make soak SECONDS=600`.
SECONDS = 3600
FUZZ = values front_matter html messages feed board
# Texts of the project from which random ones are made.
SEEDS = tests/examples tests/faults tests/messages tests/site/board/content content
# Checkers of accessibility, of HTML and of the syntax of scripts, and a reader of calendars, by name and version from npm.
CHECKERS = axe-core@4.14.1 vnu-jar@26.9.27 acorn@8.19.0 ical.js@2.2.1
# An S3 server from PyPI, and what it needs to be one.
STORAGE = moto[s3]==5.2.5 flask==3.1.3 flask-cors==6.0.5
# Readers of vCards, of GeoJSON and of calendars.
READERS = mf2py==2.0.2 pyshacl==0.40.1 vobject==0.9.9 geojson==3.3.0 icalendar==7.3.2 recurring-ical-events==3.8.2

# Most bytes of the module that a form loads, compressed with brotli: somewhat more than the 884,000 that it has. 600,000 are
# wanted.
MAX_MODULE = 890000

# The checker for browsers: in the environment of its compiler, in a folder of its own.
WASM = . $(TARGET)/tools/wasm/env && cargo build --package bacheca-wasm --target wasm32-unknown-unknown --target-dir $(TARGET)/wasm

# install(packages): with apt-get as root, through sudo, or not at all, saying what to install.
define install
	echo "Installing:$$missing"; \
	if ! command -v apt-get >/dev/null 2>&1; then echo "Install these, then try again:$$missing"; exit 1; \
	elif [ "$$(id -u)" = 0 ]; then apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; \
	elif command -v sudo >/dev/null 2>&1; then sudo apt-get update -qq && sudo DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; \
	else echo "As root: apt-get install$$missing"; exit 1; fi
endef

# Checks the board in content/ and builds it into public/.
site: tools-site
	@[ -e $(TARGET)/debug/bacheca ] || echo "The first time some 440 libraries are compiled, which takes seven to nine minutes on two cores."
	cargo run -- build

# Preview with reload: http://127.0.0.1:8080/
serve: tools-site
	cargo run --quiet -- serve

# rustfmt does not see the files that `rules!` declares: they are named here.
# Formatter, clippy, every test, then the board itself. Cheapest first.
test: tools-test wasm-test
	cargo fmt --all --check -- src/check/rules/*/*.rs
	cargo clippy --workspace --all-targets -- -D warnings
	cargo check --no-default-features
	cargo check --no-default-features --package bacheca-wasm
	cargo test --no-run
	cargo test --quiet
	$(TARGET)/debug/bacheca check

# The tests that kill builds, attack the program and change boards at random, many times over; then random texts against what must hold for each,
# SECONDS for each target. Mounts small disks as root, or skips that.
soak: tools-site tools-soak
	BACHECA_SOAK=1 cargo test --quiet --test product -- crash:: hostile:: incremental::
	@for target in $(FUZZ); do \
	mkdir -p $(TARGET)/fuzz/corpus/$$target; \
	echo "fuzz: $$target, $(SECONDS) s"; \
	cargo +nightly fuzz run --fuzz-dir tests/fuzz --target-dir $(TARGET)/fuzz --dev --sanitizer none $$target \
	$(TARGET)/fuzz/corpus/$$target $(SEEDS) -- -max_total_time=$(SECONDS) -timeout=20 -rss_limit_mb=2048 -max_len=8192 \
	-dict=tests/fuzz/words.dict -artifact_prefix=$(TARGET)/fuzz/ -verbosity=0 || exit 1; \
	done

# Times, memory and weights in one table, beside Hugo and Pagefind where they are installed: of the program as it is
# released, which takes long to compile.
bench: tools-site
	cargo bench --profile dist --bench build

# The modules for browsers, as small as they get: the one that a form loads while one writes, which has a limit, and the
# whole one, which makes previews.
wasm: tools-wasm
	mkdir -p static/annuncia
	$(WASM) --profile wasm --no-default-features
	cp $(TARGET)/wasm/wasm32-unknown-unknown/wasm/bacheca_wasm.wasm static/annuncia/bacheca.wasm
	$(WASM) --profile wasm
	cp $(TARGET)/wasm/wasm32-unknown-unknown/wasm/bacheca_wasm.wasm static/annuncia/anteprima.wasm
	@wasm/weigh.sh static/annuncia/anteprima.wasm
	@wasm/weigh.sh static/annuncia/bacheca.wasm $(MAX_MODULE)

# The whole one, for its tests.
wasm-test: tools-wasm
	$(WASM) --profile wasm-test

tools-site:
	@command -v cargo >/dev/null 2>&1 || { echo "Install Rust first: https://rustup.rs"; exit 1; }
	@missing=""; \
	command -v cc >/dev/null 2>&1 || missing="$$missing build-essential"; \
	[ -e $(NOTO)/NotoSansArabic-Regular.ttf ] || missing="$$missing fonts-noto-core"; \
	[ -e $(CJK)/NotoSansCJK-Regular.ttc ] || missing="$$missing fonts-noto-cjk"; \
	if [ -n "$$missing" ]; then $(install); fi

tools-test: tools-site
	@missing=""; \
	command -v chromium >/dev/null 2>&1 || missing="$$missing chromium"; \
	command -v chromedriver >/dev/null 2>&1 || missing="$$missing chromium-driver"; \
	command -v pdftoppm >/dev/null 2>&1 || missing="$$missing poppler-utils"; \
	command -v zbarimg >/dev/null 2>&1 || missing="$$missing zbar-tools"; \
	PATH="$$PATH:/usr/sbin" command -v nginx >/dev/null 2>&1 || missing="$$missing nginx-light"; \
	command -v node >/dev/null 2>&1 || missing="$$missing nodejs"; \
	command -v unzip >/dev/null 2>&1 || missing="$$missing unzip"; \
	command -v strace >/dev/null 2>&1 || missing="$$missing strace"; \
	command -v setpriv >/dev/null 2>&1 || missing="$$missing util-linux"; \
	command -v msgfmt >/dev/null 2>&1 || missing="$$missing gettext"; \
	command -v npm >/dev/null 2>&1 || missing="$$missing npm"; \
	command -v java >/dev/null 2>&1 || missing="$$missing default-jre-headless"; \
	python3 -c "import ensurepip, venv" 2>/dev/null || missing="$$missing python3-venv"; \
	if [ -n "$$missing" ]; then $(install); fi
	@[ -e $(TARGET)/tools/node_modules/axe-core/axe.min.js ] && [ -e $(TARGET)/tools/node_modules/vnu-jar/build/dist/vnu.jar ] && [ -e $(TARGET)/tools/node_modules/acorn/dist/acorn.js ] && [ -e $(TARGET)/tools/node_modules/ical.js/dist/ical.js ] \
	|| npm install --prefix $(TARGET)/tools --ignore-scripts --no-audit --no-fund --silent $(CHECKERS)
	@$(TARGET)/tools/moto/bin/python -c "import moto, flask_cors, mf2py, pyshacl, vobject, geojson, icalendar, recurring_ical_events" 2>/dev/null || { python3 -m venv --clear $(TARGET)/tools/moto \
	&& $(TARGET)/tools/moto/bin/pip install --quiet --disable-pip-version-check $(STORAGE:%='%') $(READERS); }
	@for component in rustfmt clippy; do cargo $${component#rust} --version >/dev/null 2>&1 || rustup component add $$component; done

tools-wasm: tools-site
	@wasm/tools.sh $(TARGET)/tools/wasm

tools-soak:
	@cargo +nightly --version >/dev/null 2>&1 || { echo "Fuzzing needs the nightly compiler: rustup toolchain install nightly --profile minimal"; exit 1; }
	@cargo fuzz --version >/dev/null 2>&1 || { echo "Fuzzing needs cargo-fuzz: cargo install --locked cargo-fuzz"; exit 1; }
