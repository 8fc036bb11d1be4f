//! What the host's pages are told as it happens: server-sent events.

use std::convert::Infallible;
use std::sync::Arc;

use axum::extract::State;
use axum::response::sse::{Event, KeepAlive, Sse};
use futures_util::Stream;
use futures_util::stream::unfold;
use tokio::sync::broadcast::error::RecvError;

use super::state::Host;

/// Something happened; the pages fetch what they show of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum News {
    /// Something new is served.
    Built,
    /// A build failed; what was last good is still served.
    Failed,
    /// Statements came, or went.
    Statements,
    /// Faults were switched.
    Faults,
}

impl News {
    fn name(self) -> &'static str {
        match self {
            Self::Built => "built",
            Self::Failed => "failed",
            Self::Statements => "statements",
            Self::Faults => "faults",
        }
    }
}

/// The stream of events. A page that fell behind hears only what comes next.
pub(super) async fn stream(State(host): State<Arc<Host>>) -> Sse<impl Stream<Item = Result<Event, Infallible>>> {
    let events = unfold(host.news.subscribe(), async |mut news| {
        loop {
            match news.recv().await {
                // Browsers drop an event without data.
                Ok(item) => return Some((Ok(Event::default().event(item.name()).data(item.name())), news)),
                Err(RecvError::Lagged(_)) => {}
                Err(RecvError::Closed) => return None,
            }
        }
    });
    Sse::new(events).keep_alive(KeepAlive::default())
}
