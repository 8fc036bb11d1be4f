//! What a package says about its course, for catalogues: learning object metadata, in the form that each version of SCORM has.
//!
//! It stands in a file of its own, to which the manifest leads: LMSs that want no metadata never meet it.
//!
//! In: the course and what is delivered of it. Out: a document. Reports nothing of its own.

mod ieee;
mod ims;

use std::borrow::Cow;

use super::Material;
use super::imscp::cut;
use crate::activity::Objective;
use crate::content::Line;
use crate::model::{Course, Navigation, Outcome, Purpose, Unit};

pub(super) use ieee::lom;
pub(super) use ims::imsmd;

/// The name of the file in a package.
pub(super) const METADATA: &str = "metadata.xml";

/// The most characters of a description: SCORM Cloud cuts longer ones.
const DESCRIPTION: usize = 1000;

/// The most characters of a keyword or an entry. IEEE 1484.12.1 1.5, 9.2.2.2: the least that all have to take.
const ENTRY: usize = 500;

/// The most keywords. IEEE 1484.12.1 1.5: as many have to be taken by all.
const KEYWORDS: usize = 10;

/// The most outcomes that are told: a catalogue keeps a record whole, and must take 40 classifications. IEEE 1484.12.1 9.
const OUTCOMES: usize = 100;

/// What is known of a course.
#[allow(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
struct Record<'a> {
    lang: &'a str,
    /// What names it: a kind of name, and the name.
    identifier: (&'static str, String),
    title: Cow<'a, str>,
    description: Cow<'a, str>,
    keywords: Vec<Cow<'a, str>>,
    linear: bool,
    version: String,
    finished: bool,
    author: Option<&'a str>,
    licence: Option<Cow<'a, str>>,
    /// The files that are launched, the first of them.
    location: String,
    judged: bool,
    asks: bool,
    hours: Option<u32>,
    outcomes: Vec<Taught<'a>>,
}

/// A learning outcome of a unit.
struct Taught<'a> {
    unit: &'a Unit,
    outcome: &'a Outcome,
    /// Its IRI, else its path in the course.
    id: String,
    statement: Cow<'a, str>,
}

impl Taught<'_> {
    /// Its criteria: what names each, and what it says.
    fn criteria(&self) -> impl Iterator<Item = (String, Cow<'_, str>)> {
        self.outcome.criteria.iter().map(|criterion| (criterion.id.to_string(), cut(&criterion.statement.text, ENTRY)))
    }
}

impl<'a> Record<'a> {
    fn of(material: &Material<'a>) -> Self {
        let Material { course, delivery, .. } = *material;
        let text = |line: &'a Line, most: usize| cut(&line.text, most);
        let identifier = match &delivery.iri {
            Some(iri) => ("URI", iri.as_str().to_owned()),
            None => ("coursec", course.id.to_string()),
        };
        let units = course.units.iter().enumerate();
        let assessments = || course.launched().flat_map(|unit| &unit.assessments);
        let iri = |place: usize, unit: &Unit, outcome: &Outcome| {
            let launchable = delivery.launchables.iter().find(|launchable| launchable.unit == place)?;
            let own = |objective: &&Objective| objective.unit == unit.id && objective.outcome == outcome.id;
            launchable.objectives.iter().find(own)?.iri.as_ref().map(|iri| iri.as_str().to_owned())
        };
        let outcomes = units.flat_map(|(place, unit)| unit.outcomes.iter().map(move |outcome| (place, unit, outcome))).take(OUTCOMES);
        Self {
            lang: course.lang.as_str(),
            identifier,
            title: text(&course.title, DESCRIPTION),
            description: text(course.description.as_ref().unwrap_or(&course.title), DESCRIPTION),
            keywords: keywords(course),
            linear: course.navigation.value == Navigation::Linear,
            version: course.version.to_string(),
            finished: !course.version.to_string().contains('-'),
            author: course.meta.author.as_ref().map(|author| author.text.as_str()),
            licence: course.meta.licence.as_ref().map(|licence| text(licence, DESCRIPTION)),
            location: delivery.scos().first().map_or_else(String::new, |sco| sco.file.to_owned()),
            judged: assessments().any(|assessment| assessment.purpose == Purpose::Summative),
            asks: course.launched().any(|unit| !unit.items.is_empty()) || !course.banks.is_empty(),
            hours: hours(course),
            outcomes: outcomes
                .map(|(place, unit, outcome)| Taught {
                    unit,
                    outcome,
                    id: iri(place, unit, outcome).unwrap_or_else(|| format!("{}/{}", unit.id, outcome.id)),
                    statement: text(&outcome.statement, ENTRY),
                })
                .collect(),
        }
    }
}

/// Those that the course gives, then the terms that its units explain.
fn keywords(course: &Course) -> Vec<Cow<'_, str>> {
    let terms = course.units.iter().flat_map(|unit| &unit.lists.key_terms).map(|term| &term.term);
    let mut keywords: Vec<Cow<'_, str>> = Vec::new();
    for line in course.meta.keywords.iter().chain(terms) {
        let word = cut(&line.text, ENTRY);
        if !word.is_empty() && !keywords.iter().any(|known| known.to_lowercase() == word.to_lowercase()) {
            keywords.push(word);
        }
        if keywords.len() == KEYWORDS {
            break;
        }
    }
    keywords
}

/// Guided learning hours: those of the units where each tells its own, else the qualification's.
fn hours(course: &Course) -> Option<u32> {
    let told = course.units.iter().map(|unit| {
        let glh = unit.identity.iter().find(|(name, _)| *name == "glh");
        glh.and_then(|(_, text)| text.parse::<u32>().ok())
    });
    let of_units = told.collect::<Option<Vec<u32>>>().filter(|all| !all.is_empty());
    let sum = of_units.map(|all| all.iter().fold(0, |sum: u32, one| sum.saturating_add(*one)));
    sum.or_else(|| course.qualification.as_ref()?.size.glh).filter(|hours| *hours > 0)
}

/// A name as a visiting card. RFC 2426 3.1.1, 3.1.2, 4.
fn card(name: &str) -> String {
    let escaped: String = name.chars().flat_map(|c| [Some('\\').filter(|_| matches!(c, '\\' | ',' | ';')), Some(c)]).flatten().collect();
    format!("BEGIN:VCARD\nVERSION:3.0\nFN:{escaped}\nN:{escaped}\nEND:VCARD")
}

#[cfg(test)]
mod tests {
    use super::card;

    #[test]
    fn a_name_is_a_card() {
        assert_eq!(card("Lee; Sons, Ltd"), "BEGIN:VCARD\nVERSION:3.0\nFN:Lee\\; Sons\\, Ltd\nN:Lee\\; Sons\\, Ltd\nEND:VCARD");
    }
}
