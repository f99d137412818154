//! What can be wrong before anybody looks at the meaning: bytes, front matter, YAML.

use crate::diagnostic::Rule;

const YAML: &str = "YAML 1.2.2";
const FORMAT: &str = "formato dei contenuti";

/// Bytes that are not UTF-8.
pub const NOT_UTF8: Rule =
    Rule::error("not-utf8", "il file è salvato in UTF-8", "the file is saved as UTF-8", "RFC 3629");
/// Larger than anybody writes by hand.
pub const FILE_TOO_LARGE: Rule =
    Rule::error("file-too-large", "un file non supera i 256 KB", "a file is at most 256 KB", FORMAT);
/// No `---` block at the top.
pub const FRONT_MATTER_MISSING: Rule = Rule::error(
    "front-matter-missing",
    "il file comincia con le informazioni fra due righe «---»",
    "the file starts with its facts between two `---` lines",
    FORMAT,
);
/// YAML that cannot be read.
pub const YAML_SYNTAX: Rule =
    Rule::error("yaml-syntax", "le informazioni sono YAML leggibile", "the front matter is readable YAML", YAML);
/// The same key twice.
pub const DUPLICATE_KEY: Rule =
    Rule::error("duplicate-key", "ogni campo compare una volta sola", "each field appears once", YAML);
/// ` #` in a value: YAML drops the rest of the line.
pub const COMMENT_SWALLOWS_TEXT: Rule = Rule::error(
    "comment-swallows-text",
    "un « #» dentro un valore va fra virgolette, o il resto si perde",
    "a ` #` inside a value is quoted, or the rest of the line is lost",
    YAML,
);
/// Anchors, aliases, tags: nothing in a board needs them, and they hide what is said.
pub const YAML_FEATURE: Rule = Rule::error(
    "yaml-feature",
    "niente ancore (&), rimandi (*) o etichette (!) di YAML",
    "no YAML anchors (&), aliases (*) or tags (!)",
    FORMAT,
);

/// Every rule of this stage.
pub const RULES: &[Rule] =
    &[NOT_UTF8, FILE_TOO_LARGE, FRONT_MATTER_MISSING, YAML_SYNTAX, DUPLICATE_KEY, COMMENT_SWALLOWS_TEXT, YAML_FEATURE];
