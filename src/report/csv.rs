//! Reports as a table for spreadsheets. RFC 4180.

use super::{Bill, Report, Row, RowKind, UnitReport};
use crate::report::matrix::EvidenceCell;

const HEAD: [&str; 12] = ["course", "unit", "kind", "id", "statement", "lessons", "items", "scenes", "evidence", "points", "gap", "lacks"];

const BILL: [&str; 5] = ["course", "unit", "what", "characters", "limit"];

/// The matrix of every unit, a line a row; of reports with a bill, the bill in place of it.
#[must_use]
pub fn csv(reports: &[Report]) -> String {
    let billed = reports.iter().flat_map(|report| &report.units).any(|unit| unit.state.is_some());
    let mut text = line(if billed { BILL.map(str::to_owned).to_vec() } else { HEAD.map(str::to_owned).to_vec() });
    for report in reports {
        for unit in &report.units {
            match &unit.state {
                Some(bill) => text.extend(bill_rows(report, unit, bill).into_iter().map(line)),
                None => text.extend(unit.rows.iter().map(|row| line(cells(report, unit, row)))),
            }
        }
    }
    text
}

fn cells(report: &Report, unit: &UnitReport, row: &Row) -> Vec<String> {
    let kind = if row.kind == RowKind::Outcome { "outcome" } else { "criterion" };
    let items: Vec<&str> = row.items.iter().map(|item| item.id.as_str()).collect();
    vec![
        report.course.clone(),
        unit.id.clone(),
        kind.to_owned(),
        row.id.clone(),
        row.statement.clone(),
        row.lessons.join("; "),
        items.join("; "),
        row.scenes.join("; "),
        row.evidence.as_ref().map(evidence).unwrap_or_default(),
        row.points.to_string(),
        row.gap.clone().unwrap_or_default(),
        row.lacks.join("; "),
    ]
}

fn evidence(evidence: &EvidenceCell) -> String {
    format!("{} x{}", evidence.routes.join("; "), evidence.min)
}

fn bill_rows(report: &Report, unit: &UnitReport, bill: &Bill) -> Vec<Vec<String>> {
    let limit = bill.room.first().and_then(|room| room.limit).map(|limit| limit.to_string()).unwrap_or_default();
    let row = |what: &str, characters: u64, limit: &str| {
        vec![report.course.clone(), unit.id.clone(), what.to_owned(), characters.to_string(), limit.to_owned()]
    };
    let mut rows = vec![row("total", bill.total, &limit), row("standing", bill.standing, "")];
    rows.extend(bill.items.iter().map(|item| row(&item.id, item.characters, "")));
    rows
}

/// One line; a cell with a comma, a quote or a break is quoted, and one that a spreadsheet would take for a formula gets an apostrophe.
fn line(cells: Vec<String>) -> String {
    let cells: Vec<String> = cells.into_iter().map(cell).collect();
    format!("{}\r\n", cells.join(","))
}

fn cell(text: String) -> String {
    let text = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text };
    if text.contains([',', '"', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn a_cell_keeps_its_text_and_is_no_formula() {
        for (text, written) in
            [("plain", "plain"), ("a, b", "\"a, b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""), ("=1+1", "'=1+1"), ("@sum", "'@sum"), ("", "")]
        {
            assert_eq!(cell(text.to_owned()), written);
        }
    }
}
