//! Control of a real Chromium through chromedriver, with the few W3C WebDriver commands that the tests need.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};

use serde_json::{Value, json};
use tempfile::TempDir;

use super::{PATIENCE, TODAY, wait_until};

/// How often a driver that ends at once is started again.
const DRIVER_ATTEMPTS: usize = 5;

/// A browser with nothing kept from before. Another test gets it afterwards.
pub struct Browser(Option<Session>);

/// A browser and its driver.
pub struct Session {
    /// The driver with its input, at whose end it stops and the browser with it.
    driver: Child,
    address: String,
    javascript: bool,
    /// Origins of the pages that were opened.
    origins: Mutex<BTreeSet<String>>,
}

/// Browsers that no test uses at the moment, with JavaScript.
static IDLE: Mutex<Vec<Session>> = Mutex::new(Vec::new());

impl Browser {
    /// A browser as wide as a phone, whose reader saves data: pages fetch nothing ahead to be read without network.
    pub fn start(javascript: bool) -> Self {
        let browser = Self::start_unmetered(javascript);
        browser.before_each_page("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })");
        browser
    }

    /// A browser as wide as a phone: one that another test has left, emptied, or a new one. Its clock starts on [`TODAY`],
    /// the day of the boards it opens; with the real date their announcements would close one after the other.
    pub fn start_unmetered(javascript: bool) -> Self {
        let idle = if javascript { IDLE.lock().unwrap().pop() } else { None };
        let browser = Self(Some(idle.unwrap_or_else(|| Session::launch(javascript))));
        if javascript {
            browser.before_each_page(&format!(
                "{{ const RealDate = Date, shift = RealDate.parse('{TODAY}T10:00:00Z') - RealDate.now();
                globalThis.Date = class extends RealDate {{
                    constructor(...given) {{ super(...(given.length ? given : [RealDate.now() + shift])); }}
                    static now() {{ return RealDate.now() + shift; }}
                }}; }}"
            ));
        }
        browser
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let Some(session) = self.0.take() else { return };
        // What a failed test leaves is not worth emptying.
        if session.javascript && !std::thread::panicking() && session.empty().is_some() {
            IDLE.lock().unwrap().push(session);
        }
    }
}

impl std::ops::Deref for Browser {
    type Target = Session;

    fn deref(&self) -> &Session {
        self.0.as_ref().expect("a browser is given back once")
    }
}

/// Starts a driver of browsers with a profile folder, and returns it with its port; `None` if it ends without naming one.
fn start_driver(profile: &Path) -> Option<(Child, u16)> {
    // Browsers are kept until the process of the tests ends, which closes the input of the shell. The shell gives up its
    // output, so that it ends with the driver.
    let script = "chromedriver --port=0 & exec >/dev/null; cat; kill $!; wait; sleep 1; rm -rf \"$1\"";
    let mut driver = Command::new("sh")
        .args(["-c", script, "sh"])
        .arg(profile)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut output = BufReader::new(driver.stdout.take().unwrap()).lines().map(Result::unwrap);
    let port =
        output.find_map(|line| line.split("successfully on port ").nth(1)?.trim_end_matches('.').parse::<u16>().ok());
    Some((driver, port?))
}

impl Session {
    fn launch(javascript: bool) -> Self {
        let profile = TempDir::new().unwrap().keep();
        // The port that a driver chooses may be taken by the time that it listens on it: then it ends.
        let (driver, port) = (0..DRIVER_ATTEMPTS)
            .find_map(|_| start_driver(&profile))
            .expect("chromedriver names its port; run: apt-get install chromium-driver");
        let base = format!("http://127.0.0.1:{port}/session");
        let allowed = if javascript { 1 } else { 2 };
        let patience = u64::try_from(PATIENCE.as_millis()).unwrap();
        let capabilities = json!({"capabilities": {"alwaysMatch": {
            "browserName": "chrome",
            "timeouts": {"script": patience, "pageLoad": patience},
            "goog:loggingPrefs": {"browser": "ALL"},
            "goog:chromeOptions": {
                "args": [
                    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--disable-dev-shm-usage", "--window-size=500,900",
                    // A pipe to the driver, at whose end the browser stops.
                    "--remote-debugging-pipe",
                    format!("--user-data-dir={}", profile.display()),
                ],
                "prefs": {"profile.managed_default_content_settings.javascript": allowed},
            },
        }}});
        let answer = send_command("POST", &base, &capabilities);
        let id = answer["sessionId"]
            .as_str()
            .unwrap_or_else(|| panic!("no browser: {answer}; run: apt-get install chromium"));
        Self { driver, address: format!("{base}/{id}"), javascript, origins: Mutex::default() }
    }

    /// Forgets all that was opened and kept: a new tab without the settings of the old one, and no storage, worker,
    /// cache, cookie or line in the console. `None` if the browser does not do it.
    fn empty(&self) -> Option<()> {
        let tab = self.post("window/new", &json!({"type": "tab"}));
        let tab = tab["handle"].as_str()?;
        for origin in std::mem::take(&mut *self.origins.lock().ok()?) {
            self.devtools("Storage.clearDataForOrigin", &json!({"origin": origin, "storageTypes": "all"}));
        }
        self.devtools("Network.clearBrowserCache", &json!({}));
        self.devtools("Network.clearBrowserCookies", &json!({}));
        send_command("DELETE", &format!("{}/window", self.address), &Value::Null);
        self.post("window", &json!({"handle": tab}));
        self.console_errors();
        (send_command("GET", &format!("{}/window/handles", self.address), &Value::Null) == json!([tab])).then_some(())
    }

    /// Opens a page.
    pub fn open(&self, url: &str) {
        let origin: Vec<&str> = url.splitn(4, '/').take(3).collect();
        self.origins.lock().unwrap().insert(origin.join("/"));
        self.post("url", &json!({"url": url}));
    }

    /// Runs a script in the page.
    pub fn run(&self, script: &str) {
        self.post("execute/sync", &json!({"script": script, "args": []}));
    }

    /// Value of a JavaScript expression in the page.
    pub fn evaluate(&self, expression: &str) -> Value {
        self.post("execute/sync", &json!({"script": format!("return {expression}"), "args": []}))
    }

    /// Value with which an asynchronous script calls `done`.
    pub fn evaluate_async(&self, script: &str) -> Value {
        let script = format!("const done = arguments[0];\n{script}");
        self.post("execute/async", &json!({"script": script, "args": []}))
    }

    /// Sets the width of the screen, and light or dark colours.
    pub fn set_screen(&self, width: u32, dark: bool) {
        self.set_size(width, 800);
        let scheme = if dark { "dark" } else { "light" };
        let media = json!({"features": [{"name": "prefers-color-scheme", "value": scheme}]});
        self.devtools("Emulation.setEmulatedMedia", &media);
    }

    /// Shows pages on a screen of this size.
    pub fn set_size(&self, width: u32, height: u32) {
        let screen = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600});
        self.devtools("Emulation.setDeviceMetricsOverride", &screen);
    }

    /// Lays pages out as on paper.
    pub fn set_paper(&self) {
        self.devtools("Emulation.setEmulatedMedia", &json!({"media": "print"}));
    }

    /// Runs a script in every page before the page's own scripts.
    pub fn before_each_page(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({"source": script}));
    }

    /// Gives an origin only so many bytes of storage.
    pub fn limit_storage(&self, origin: &str, bytes: u64) {
        self.devtools("Storage.overrideQuotaForOrigin", &json!({"origin": origin, "quotaSize": bytes}));
    }

    fn devtools(&self, command: &str, parameters: &Value) {
        self.post("goog/cdp/execute", &json!({"cmd": command, "params": parameters}));
    }

    /// Visible text of the page; works without JavaScript too.
    pub fn text(&self) -> String {
        let body = self.find_element("body");
        let text = send_command("GET", &format!("{}/element/{body}/text", self.address), &Value::Null);
        text.as_str().unwrap_or_default().to_owned()
    }

    /// Types into an element.
    #[track_caller]
    pub fn type_into(&self, selector: &str, text: &str) {
        let element = self.find_element(selector);
        let answer = self.post(&format!("element/{element}/value"), &json!({"text": text}));
        assert!(answer.is_null(), "{selector}: {answer}");
    }

    /// Clicks the element that an expression gives, as a person does: where nothing covers it.
    #[track_caller]
    pub fn click(&self, expression: &str) {
        let answer = self.post(&format!("element/{}/click", self.element_of(expression)), &json!({}));
        assert!(answer.is_null(), "{expression}: {answer}");
    }

    /// Types into the element that an expression gives, or names a file to an input for files.
    #[track_caller]
    pub fn type_at(&self, expression: &str, text: &str) {
        let answer = self.post(&format!("element/{}/value", self.element_of(expression)), &json!({"text": text}));
        assert!(answer.is_null(), "{expression}: {answer}");
    }

    /// Presses keys one after the other, wherever the focus is.
    #[track_caller]
    pub fn press(&self, keys: &str) {
        let strokes = keys.chars().flat_map(|key| ["keyDown", "keyUp"].map(|kind| json!({"type": kind, "value": key})));
        let strokes: Vec<Value> = strokes.collect();
        let answer = self.post("actions", &json!({"actions": [{"type": "key", "id": "keys", "actions": strokes}]}));
        assert!(answer.is_null(), "{keys:?}: {answer}");
    }

    /// Saves what pages download in a folder.
    pub fn download_to(&self, folder: &Path) {
        self.devtools("Browser.setDownloadBehavior", &json!({"behavior": "allow", "downloadPath": folder}));
    }

    /// Id of the element that an expression gives, scrolled to the middle of the screen.
    #[track_caller]
    fn element_of(&self, expression: &str) -> String {
        let script = format!(
            "const found = {expression}; found?.scrollIntoView({{ block: 'center', behavior: 'instant' }}); return found;"
        );
        let found = self.post("execute/sync", &json!({"script": script, "args": []}));
        let id = found.as_object().filter(|map| !map.contains_key("error")).and_then(|map| map.values().next());
        let id = id.and_then(Value::as_str);
        id.unwrap_or_else(|| panic!("{expression}: {found}\n{}", self.text())).to_owned()
    }

    /// Waits until an expression is true in the page.
    #[track_caller]
    pub fn wait_for(&self, expression: &str) {
        let is_true = || self.evaluate(&format!("Boolean({expression})")) == json!(true);
        wait_until(is_true, || format!("never true: {expression}\n{}\n{:?}", self.text(), self.console_errors()));
    }

    /// Errors in the console: failed scripts, policy violations, missing files.
    pub fn console_errors(&self) -> Vec<String> {
        let log = self.post("se/log", &json!({"type": "browser"}));
        let entries = log.as_array().cloned().unwrap_or_default();
        entries.iter().filter(|entry| entry["level"] != "INFO").map(|entry| entry["message"].to_string()).collect()
    }

    fn find_element(&self, selector: &str) -> String {
        let found = self.post("element", &json!({"using": "css selector", "value": selector}));
        let id = found.as_object().and_then(|map| map.values().next()).and_then(Value::as_str);
        id.unwrap_or_else(|| panic!("{selector}: {found}")).to_owned()
    }

    fn post(&self, command: &str, body: &Value) -> Value {
        send_command("POST", &format!("{}/{command}", self.address), body)
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        drop(self.driver.stdin.take());
        let _ = self.driver.wait();
    }
}

fn send_command(method: &str, url: &str, body: &Value) -> Value {
    let agent: ureq::Agent = ureq::Agent::config_builder().http_status_as_error(false).build().into();
    let answer = if method == "GET" {
        agent.get(url).call()
    } else {
        agent.post(url).content_type("application/json").send(body.to_string())
    };
    let mut answer = answer.unwrap_or_else(|error| panic!("{url}: {error}"));
    let mut value: Value = serde_json::from_str(&answer.body_mut().read_to_string().unwrap()).unwrap();
    value["value"].take()
}

/// Serves a folder until the tests end; returns its address.
pub fn serve(folder: &'static Path) -> String {
    let server = StaticServer::new(folder);
    let address = server.address.clone();
    std::mem::forget(server);
    address
}

/// Server of a folder that stops when dropped, as if the network were cut.
pub struct StaticServer {
    /// Address without a slash at the end.
    pub address: String,
    stopped: Arc<AtomicBool>,
    thread: Option<std::thread::JoinHandle<()>>,
}

impl StaticServer {
    /// Starts a server on a free port.
    pub fn new(folder: &'static Path) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let stopped = Arc::new(AtomicBool::new(false));
        let stop = Arc::clone(&stopped);
        let thread = std::thread::spawn(move || {
            for connection in listener.incoming() {
                if stop.load(Ordering::Relaxed) {
                    break;
                }
                let stop = Arc::clone(&stop);
                std::thread::spawn(move || respond(folder, connection?, &stop));
            }
        });
        Self { address, stopped, thread: Some(thread) }
    }
}

impl Drop for StaticServer {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::Relaxed);
        // A connection wakes the thread, which then sees that it must end.
        let _ = TcpStream::connect(self.address.trim_start_matches("http://"));
        let _ = self.thread.take().map(std::thread::JoinHandle::join);
    }
}

/// Path of an empty page beside every site.
pub const FRAMES: &str = "frames-of-a-test.html";

/// Answers one request per connection, each in its own thread, because a browser opens six connections at once.
/// After `stopped` it answers nothing: a browser opens connections ahead, and would ask over them later.
fn respond(folder: &Path, connection: TcpStream, stopped: &AtomicBool) -> std::io::Result<()> {
    let mut lines = BufReader::new(&connection).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    if stopped.load(Ordering::Relaxed) {
        return Ok(());
    }
    let asked = request.split(' ').nth(1).unwrap_or_default();
    let path = asked.split('?').next().unwrap_or_default().trim_start_matches('/').to_owned();
    // Hosts redirect a folder to its address with a slash.
    if !path.is_empty() && !path.ends_with('/') && folder.join(&path).is_dir() {
        return write_response(&connection, &format!("301 Moved Permanently\r\nLocation: /{path}/"), &[]);
    }
    let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path };
    // An empty page without a policy, in which a test can show others.
    if path == FRAMES {
        return write_response(&connection, "200 OK\r\nContent-Type: text/html", b"<!doctype html><title>x</title>");
    }
    // A file `PATH.503` beside a page: the host is too busy to give it.
    if folder.join(format!("{path}.503")).exists() {
        return write_response(&connection, "503 Service Unavailable\r\nContent-Type: text/html", b"Busy");
    }
    let (status, bytes) = match std::fs::read(folder.join(&path)) {
        Ok(bytes) => ("200 OK", bytes),
        Err(_) => ("404 Not Found", std::fs::read(folder.join("404.html")).unwrap_or_default()),
    };
    let kind = match path.rsplit('.').next() {
        Some("html") => "text/html",
        Some("css") => "text/css",
        Some("js") => "text/javascript",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        Some("xml") => "application/xml",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    };
    write_response(&connection, &format!("{status}\r\nContent-Type: {kind}"), &bytes)
}

fn write_response(mut connection: &TcpStream, head: &str, bytes: &[u8]) -> std::io::Result<()> {
    write!(connection, "HTTP/1.1 {head}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", bytes.len())?;
    connection.write_all(bytes)
}
