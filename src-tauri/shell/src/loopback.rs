//! The same commands behind a loopback address, for driving the built interface in a browser. Test only: the feature that holds this
//! file is never part of the application.

use std::collections::VecDeque;
use std::fs;
use std::io::Read;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread;

use sealbook_core::{Error, Result};
use serde_json::{Value as Json, json};
use tiny_http::{Header, Method, Request, Response, Server};

use crate::host::{FileKind, Host};
use crate::session::Session;
use crate::{commands, held};

/// Requests answered at once: a job is polled while a long command runs.
const THREADS: usize = 6;
const LARGEST_CALL: u64 = 16 << 20;

/// A platform whose dialogs answer what a test has put down, in order; with nothing left they are cancelled.
#[derive(Debug, Default)]
pub struct PreparedHost {
    answers: Mutex<VecDeque<PathBuf>>,
    revealed: Mutex<Vec<PathBuf>>,
}

impl PreparedHost {
    /// Puts down what the next dialog answers.
    pub fn next(&self, path: PathBuf) {
        held(&self.answers).push_back(path);
    }

    /// Files that were to be shown in their folder.
    pub fn revealed(&self) -> Vec<PathBuf> {
        held(&self.revealed).clone()
    }

    fn answer(&self) -> Option<PathBuf> {
        held(&self.answers).pop_front()
    }
}

impl Host for PreparedHost {
    fn pick_open(&self, _: &FileKind) -> Option<PathBuf> {
        self.answer()
    }

    /// A prepared folder takes the name the program proposes.
    fn pick_save(&self, name: &str, _: &FileKind) -> Option<PathBuf> {
        let path = self.answer()?;
        Some(if path.is_dir() { path.join(name) } else { path })
    }

    fn pick_folder(&self) -> Option<PathBuf> {
        self.answer()
    }

    fn reveal(&self, path: &Path) -> Result<()> {
        held(&self.revealed).push(path.to_owned());
        Ok(())
    }
}

/// Serves a session until the process ends. `page` is the built interface.
pub struct Loopback {
    server: Server,
    session: Arc<Session>,
    host: PreparedHost,
    page: PathBuf,
}

impl Loopback {
    /// Listens on this machine only; port 0 takes a free one.
    pub fn listen(port: u16, session: Arc<Session>, page: PathBuf) -> Result<Self> {
        let server = Server::http(("127.0.0.1", port))
            .map_err(|error| Error::new("file").with("detail", error))?;
        Ok(Self {
            server,
            session,
            host: PreparedHost::default(),
            page,
        })
    }

    /// The address to open.
    pub fn address(&self) -> String {
        self.server
            .server_addr()
            .to_ip()
            .map(|at| format!("http://{at}"))
            .unwrap_or_default()
    }

    /// Answers requests, never returning.
    pub fn serve(&self) {
        thread::scope(|scope| {
            for _ in 0..THREADS {
                scope.spawn(|| {
                    while let Ok(request) = self.server.recv() {
                        self.answer(request);
                    }
                });
            }
        });
    }

    fn answer(&self, mut request: Request) {
        let url = request.url().to_owned();
        let (path, query) = url.split_once('?').unwrap_or((&url, ""));
        let outcome = match (request.method(), path) {
            (Method::Get, path) => {
                let _ = request.respond(self.file(path));
                return;
            }
            (Method::Post, "/upload") => {
                body(&mut request, crate::files::LARGEST + 1).and_then(|bytes| {
                    let name = query.strip_prefix("name=").unwrap_or_default();
                    Ok(serde_json::to_value(
                        self.session
                            .upload(&crate::files::percent_decoded(name), &bytes)?,
                    )?)
                })
            }
            (Method::Post, "/host/next") => {
                body(&mut request, LARGEST_CALL).and_then(|bytes| self.prepare(&bytes))
            }
            (Method::Post, path) => body(&mut request, LARGEST_CALL).and_then(|bytes| {
                let name = path.strip_prefix("/call/").unwrap_or_default();
                commands::dispatch(
                    &self.session,
                    &self.host,
                    name,
                    serde_json::from_slice(&bytes)?,
                )
            }),
            _ => Err(Error::new("unknown_command").with("name", path)),
        };
        let (status, body) = match outcome {
            Ok(answer) => (200, answer),
            Err(error) => (422, serde_json::to_value(error).unwrap_or_default()),
        };
        let response = Response::from_string(body.to_string()).with_status_code(status);
        let _ = request.respond(typed(response, "application/json"));
    }

    fn prepare(&self, bytes: &[u8]) -> Result<Json> {
        let asked: Json = serde_json::from_slice(bytes)?;
        let path = asked["path"]
            .as_str()
            .ok_or_else(|| Error::new("bad_arguments").with("detail", "path"))?;
        self.host.next(PathBuf::from(path));
        Ok(json!({ "revealed": self.host.revealed() }))
    }

    /// A file of the built interface; addresses of the page's own are its first page.
    fn file(&self, path: &str) -> Response<std::io::Cursor<Vec<u8>>> {
        let asked = Path::new(path.trim_start_matches('/'));
        let inside = asked
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        let file = if inside && asked.extension().is_some() {
            self.page.join(asked)
        } else {
            self.page.join("index.html")
        };
        match fs::read(&file) {
            Ok(bytes) => typed(Response::from_data(bytes), mime(&file)),
            Err(_) => Response::from_data(Vec::new()).with_status_code(404),
        }
    }
}

fn body(request: &mut Request, most: u64) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    request.as_reader().take(most).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn typed<R: Read>(response: Response<R>, mime: &str) -> Response<R> {
    match Header::from_bytes("Content-Type", mime) {
        Ok(header) => response.with_header(header),
        Err(()) => response,
    }
}

fn mime(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ftl") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
