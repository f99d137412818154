//! The configuration of a CMS, read back: it has a control for what the records declare, and names folders of a board.

use bacheca::model::Kind;
use serde_json::Value as Json;
use tempfile::NamedTempFile;

use crate::support::{assert_no_problems, bacheca, installed_tool, repository_path, run_tool};

const SYSTEMS: [&str; 2] = ["sveltia", "decap"];

/// Reads YAML with PyYAML, and writes it as JSON.
const READER: &str = "import json, sys, yaml; json.dump(yaml.safe_load(open(sys.argv[1])), sys.stdout)";

/// What the command writes, as another reader of YAML sees it.
fn config(system: &str) -> Json {
    let written = bacheca(&repository_path("."), &["schema", "--cms", system]).expect_code(0).out;
    let file = NamedTempFile::new().unwrap();
    std::fs::write(file.path(), written).unwrap();
    let python = installed_tool("moto/bin/python");
    let read = run_tool(python.to_str().unwrap(), "python3", &["-c", READER, file.path().to_str().unwrap()]);
    serde_json::from_slice(&read).unwrap()
}

fn names(fields: &Json) -> Vec<&str> {
    fields.as_array().unwrap().iter().map(|field| field["name"].as_str().unwrap()).collect()
}

#[test]
fn each_kind_has_a_control_for_each_required_field() {
    let mut problems = Vec::new();
    for system in SYSTEMS {
        let config = config(system);
        let collections = config["collections"].as_array().unwrap();
        for kind in Kind::ALL {
            let of_kind = |collection: &&Json| {
                let first = &collection["fields"][0];
                first["name"] == "tipo" && first["default"] == kind.key()
            };
            let Some(collection) = collections.iter().find(of_kind) else {
                problems.push(format!("{system}: no collection for {}", kind.key()));
                continue;
            };
            let fields = names(&collection["fields"]);
            for required in kind.spec().required.iter().filter(|key| !fields.contains(key)) {
                problems.push(format!("{system}, {}: no control for {required}", kind.key()));
            }
            // What is new is a draft until an editor says otherwise.
            let state = collection["fields"].as_array().unwrap().iter().find(|field| field["name"] == "stato").unwrap();
            assert_eq!(state["default"], "bozza", "{system}: {state}");
        }
        for collection in collections {
            let folder = repository_path(collection["folder"].as_str().unwrap());
            if !folder.is_dir() {
                problems.push(format!("{system}: {} is no folder of a board", folder.display()));
            }
            let mut fields = names(&collection["fields"]);
            fields.sort_unstable();
            if fields.windows(2).any(|two| two[0] == two[1]) {
                problems.push(format!("{system}, {}: two fields of one name: {fields:?}", collection["name"]));
            }
            // The name of a file is an address on somebody's wall.
            assert_eq!(collection["delete"], false, "{system}");
        }
    }
    assert_no_problems(problems);
}
