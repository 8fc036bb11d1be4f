//! Items that lessons and scenes show.

use super::Scene;
use super::links::UnitLinks;
use crate::activity::Sheet;
use crate::diag::Diagnostic;
use crate::model::ItemAt;
use crate::theme::contract::ExpectedItem;
use crate::theme::view::InTextView;

/// What stands for an item in the HTML of a text, before its number and after it.
const MARK: (&str, &str) = ("<div data-question=\"", "\"></div>");

const TEMPLATE: &str = "section/in-text.html";

/// A text with its items, and what has to be in them.
pub(super) struct Shown {
    /// HTML.
    pub(super) html: String,
    /// The slot of the sheet that they are answered on, and what each must hold.
    pub(super) items: Vec<(u32, ExpectedItem)>,
}

impl<'a> Scene<'a> {
    /// The number of the item at `at`.
    pub(super) fn number(&self, at: &ItemAt) -> Option<u32> {
        self.launchable.interactions.iter().find(|placed| placed.at == *at).map(|placed| placed.slot)
    }

    /// The sheet of what texts show.
    fn in_text(&self) -> Option<&'a Sheet> {
        self.launchable.sheets.iter().find(|sheet| sheet.page.is_none())
    }

    /// Puts into `html`, a text on the page in slot `page`, the items that it shows.
    pub(super) fn with_items(&self, html: &str, page: u32, links: &UnitLinks<'_>) -> Result<Shown, Diagnostic> {
        let mut pieces = html.split(MARK.0);
        let mut shown = Shown { html: pieces.next().unwrap_or_default().to_owned(), items: Vec::new() };
        for piece in pieces {
            let (number, rest) = piece.split_once(MARK.1).unwrap_or(("", piece));
            let found = self.in_text().zip(number.parse().ok().and_then(|number| self.placed(number)));
            if let Some((sheet, (placed, item))) = found.filter(|(_, (_, item))| item.kind.built) {
                let (item, expected) = self.shown_item(sheet, page, placed, item, links)?;
                let view = InTextView { sheet: sheet.slot, number: placed.slot, item };
                shown.html += &self.material.theme.render(TEMPLATE, &view)?;
                shown.items.push((sheet.slot, expected));
            }
            shown.html += rest;
        }
        Ok(shown)
    }
}
