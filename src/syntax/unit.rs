//! A file of `units/`.

use std::collections::BTreeSet;

use super::{Assessment, CaseStudy, LISTS, Lists, MarkingPoint, Media, Outcome, language};
use crate::content::{Blocks, Line};
use crate::item::Draft;
use crate::value::Duration;
use crate::yaml::{Cx, Decode, Kind, Named, Node, Record, nearest, record, rules};

/// A unit.
#[derive(Debug, Default)]
pub struct Unit {
    /// What is in it, the items apart.
    pub head: Head,
    /// Its items.
    pub items: Vec<Draft>,
    /// Keys whose values could not be read whole.
    pub lost: BTreeSet<&'static str>,
}

impl Decode for Unit {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        let record = Record::open("a unit", node, cx)?;
        let head = Head::read(&record, cx);
        let items = record.optional("items", cx).unwrap_or_default();
        record.close(cx);
        Some(Self { head, items, lost: cx.lost.clone() })
    }
}

/// What is in a unit, the items apart.
#[derive(Clone, Debug, Default)]
pub struct Head {
    /// Its id.
    pub id: Named,
    /// Its title.
    pub title: Line,
    /// Numbers that it has elsewhere.
    pub identity: Identity,
    /// Units that have to be done before it opens.
    pub opens_after: Vec<Named>,
    /// What it takes from the qualification.
    pub inherit: Inherit,
    /// What it is about.
    pub synopsis: Option<Blocks>,
    /// Its outcomes.
    pub outcomes: Vec<Outcome>,
    /// What assessors look for.
    pub marking_points: Vec<MarkingPoint>,
    /// Its own lists.
    pub lists: Lists,
    /// Skills it builds.
    pub key_skills: Vec<KeySkill>,
    /// Its media.
    pub media: Vec<Media>,
    /// Its lessons.
    pub lessons: Vec<Lesson>,
    /// Its case studies.
    pub case_studies: Vec<CaseStudy>,
    /// Its assessments.
    pub assessments: Vec<Assessment>,
}

impl Head {
    fn read(record: &Record<'_>, cx: &mut Cx) -> Self {
        language(record, false, cx);
        Self {
            id: record.required("id", cx),
            title: record.required("title", cx),
            identity: record.optional("identity", cx).unwrap_or_default(),
            opens_after: record.optional("opens_after", cx).unwrap_or_default(),
            inherit: record.optional("inherit", cx).unwrap_or_default(),
            synopsis: record.optional("synopsis", cx),
            outcomes: record.required("outcomes", cx),
            marking_points: record.optional("marking_points", cx).unwrap_or_default(),
            lists: Lists::read(record, cx),
            key_skills: record.optional("key_skills", cx).unwrap_or_default(),
            media: record.optional("media", cx).unwrap_or_default(),
            lessons: record.optional("lessons", cx).unwrap_or_default(),
            case_studies: record.optional("case_studies", cx).unwrap_or_default(),
            assessments: record.optional("assessments", cx).unwrap_or_default(),
        }
    }
}

record! {
    /// Numbers that a unit has elsewhere.
    pub struct Identity as "the identity of a unit" {
        /// Its number in the qualification.
        pub number: Option<String> = default,
        /// Its unit accreditation number.
        pub uan: Option<String> = default,
        /// Its level.
        pub level: Option<String> = default,
        /// Its credit.
        pub credit: Option<Named> = default,
        /// Its guided learning hours.
        pub glh: Option<Named> = default,
    }
}

record! {
    /// What a unit takes from each list of the qualification.
    pub struct Inherit as "`inherit`" {
        /// Ideas that carry the rest.
        pub key_concepts: InheritRule = default,
        /// Words and what they mean.
        pub key_terms: InheritRule = default,
        /// How to show competence.
        pub guidance: InheritRule = default,
        /// Errors to avoid.
        pub common_mistakes: InheritRule = default,
        /// Beliefs that are wrong.
        pub misconceptions: InheritRule = default,
        /// What to bring along.
        pub prerequisites: InheritRule = default,
        /// Questions and answers.
        pub faq: InheritRule = default,
    }
}

impl Inherit {
    /// The rule of each list, by its name in YAML.
    pub fn rules(&self) -> [(&'static str, &InheritRule); 7] {
        let rules = [
            &self.key_concepts,
            &self.key_terms,
            &self.guidance,
            &self.common_mistakes,
            &self.misconceptions,
            &self.prerequisites,
            &self.faq,
        ];
        std::array::from_fn(|place| (LISTS[place], rules[place]))
    }
}

/// What a unit takes from one list.
#[derive(Clone, Debug, Default)]
pub enum InheritRule {
    /// Every entry.
    #[default]
    All,
    /// None.
    None,
    /// These.
    Only(Vec<Named>),
    /// All but these.
    Except(Vec<Named>),
}

record! {
    /// `{except: [ids]}`.
    struct Except as "`except`" {
        except: Vec<Named> = required,
    }
}

impl Decode for InheritRule {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        match &node.kind {
            Kind::Scalar(text, _) if text.text == "all" => Some(Self::All),
            Kind::Scalar(text, _) if text.text == "none" => Some(Self::None),
            // Of a list that cannot be read whole nobody knows what it leaves out.
            Kind::List(nodes) => Vec::decode(node, cx).filter(|named: &Vec<Named>| named.len() == nodes.len()).map(Self::Only),
            Kind::Map(entries) if nearest("except", entries.iter().map(|entry| entry.key.text.as_str())).is_some() => {
                Except::decode(node, cx).map(|rule| Self::Except(rule.except))
            }
            _ => {
                cx.expected("`all`, `none`, a list of ids, or `{except: [ids]}`", node);
                None
            }
        }
    }
}

record! {
    /// A skill that a unit builds.
    pub struct KeySkill as "a key skill" {
        /// Its id.
        pub id: Named = required,
        /// The skill.
        pub text: Line = required,
    }
}

record! {
    /// A page that teaches.
    pub struct Lesson as "a lesson" {
        /// Where to point at it.
        pub mark: crate::diag::Span = mark,
        /// Its id.
        pub id: Named = required,
        /// Its title.
        pub title: Line = required,
        /// What it teaches.
        pub teaches: Vec<Named> = default,
        /// How long it takes.
        pub duration: Duration = optional,
        /// Its text.
        pub body: Blocks = optional,
        /// The path of its text.
        pub body_file: Named = optional,
    }
}

impl Decode for Duration {
    fn decode(node: &Node, cx: &mut Cx) -> Option<Self> {
        Named::decode(node, cx).and_then(|written| rules::checked(&written, Self::parse, cx))
    }
}
