//! Reports as one page that needs nothing else: no script, no other file.

use serde::Serialize;
use tera::{Context, Tera};

use super::Report;
use crate::theme::{self, Messages, Words};

const TEMPLATE: &str = include_str!("../../themes/report/report.html");
const CSS: &str = include_str!("../../themes/report/report.css");
const TOKENS: &str = include_str!("../../themes/default/css/tokens.css");
const WORDS: &str = include_str!("../../themes/report/messages/en.yaml");

/// The words of the page.
#[must_use]
pub fn messages() -> Messages {
    let words: Words = serde_yaml::from_str(WORDS).expect("the words are embedded, and every test of a report reads them");
    Messages::new(words, "en")
}

/// What the template sees.
#[derive(Serialize)]
struct View<'a> {
    style: String,
    reports: &'a [Report],
}

/// The page of `reports`.
///
/// # Errors
/// Says what is wrong with the template or its words.
pub fn page(reports: &[Report], messages: &Messages) -> Result<String, String> {
    let mut tera = Tera::default();
    theme::say(&mut tera, messages);
    tera.add_raw_template("report.html", TEMPLATE).map_err(|why| why.to_string())?;
    let view = View { style: format!("{TOKENS}{CSS}"), reports };
    let context = Context::from_serialize(&view).map_err(|why| why.to_string())?;
    tera.render("report.html", &context).map_err(|why| why.to_string())
}
