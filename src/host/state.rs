//! What the server knows.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::broadcast;

use super::cmi5::Sessions;
use super::events::News;
use super::faults::Faults;
use super::launch::LaunchOptions;
use super::lrs::{Documents, Store};
use super::record::{Key, Record};
use super::secret;
use super::site::Site;

/// A preview's memory: it ends with the process.
#[derive(Debug)]
pub struct Host {
    pub(super) port: u16,
    pub(super) credential: String,
    pub(super) site: Guarded<Site>,
    pub(super) records: Guarded<BTreeMap<Key, Record>>,
    pub(super) statements: Guarded<Store>,
    pub(super) documents: Guarded<Documents>,
    pub(super) cmi5: Guarded<Sessions>,
    pub(super) faults: Guarded<Faults>,
    pub(super) launch: Guarded<LaunchOptions>,
    pub(super) news: broadcast::Sender<News>,
}

/// A value that handlers take one after another.
#[derive(Debug, Default)]
pub(super) struct Guarded<T>(Mutex<T>);

impl<T> Guarded<T> {
    /// The value; a handler that panicked left it whole, because each changes it in one step.
    pub(super) fn lock(&self) -> MutexGuard<'_, T> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Host {
    pub(super) fn new(port: u16) -> Self {
        Self {
            port,
            credential: secret::credential(),
            site: Guarded::default(),
            records: Guarded::default(),
            statements: Guarded::default(),
            documents: Guarded::default(),
            cmi5: Guarded::default(),
            faults: Guarded::default(),
            launch: Guarded::default(),
            news: broadcast::channel(64).0,
        }
    }

    /// Where it is reached, without a slash at its end; the origin of its LRS too.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// The same server as another origin, for content that must not reach its parent.
    pub(super) fn other_origin(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// Serves what a build gave.
    pub fn publish(&self, site: Site) {
        let (fresh, failed) = (site.fresh, site.failed);
        *self.site.lock() = site;
        for (news, heard) in [(News::Built, fresh), (News::Failed, failed)] {
            if heard {
                self.tell(news);
            }
        }
    }

    /// Tells the pages; that nobody listens is no fault.
    pub(super) fn tell(&self, news: News) {
        drop(self.news.send(news));
    }
}
