//! Every plain line of a course: what goes to an LMS as it is.

use crate::content::Line;
use crate::model::{Course, Lists, Unit};

/// The plain lines of `course`, in the order of its files.
pub(super) fn lines(course: &Course) -> Vec<&Line> {
    let mut lines = vec![&course.title];
    lines.extend(&course.description);
    let meta = &course.meta;
    lines.extend(meta.author.iter().chain(&meta.licence).chain(&meta.keywords));
    if let Some(qualification) = &course.qualification {
        lines.push(&qualification.title);
        lines.extend(qualification.awarding_body.iter().chain(&qualification.framework).chain(&qualification.sector));
        lines.extend(qualification.outcome_stem.iter().chain(&qualification.criterion_stem));
        lines.extend(of_lists(&qualification.lists));
    }
    for media in &course.media {
        lines.extend(media.caption.iter().chain(&media.credit));
    }
    lines.extend(course.banks.iter().map(|bank| &bank.title));
    course.launched().for_each(|unit| lines.extend(of_unit(unit)));
    lines
}

fn of_unit(unit: &Unit) -> Vec<&Line> {
    let mut lines = vec![&unit.title];
    for outcome in &unit.outcomes {
        lines.push(&outcome.statement);
        for criterion in &outcome.criteria {
            lines.push(&criterion.statement);
            lines.extend(criterion.range.iter().chain(&criterion.gap));
        }
    }
    lines.extend(of_lists(&unit.lists));
    lines.extend(unit.key_skills.iter().map(|skill| &skill.text));
    lines.extend(unit.media.iter().flat_map(|media| media.caption.iter().chain(&media.credit)));
    lines.extend(unit.lessons.iter().map(|lesson| &lesson.title));
    lines.extend(unit.case_studies.iter().map(|case| &case.title));
    lines.extend(unit.assessments.iter().map(|assessment| &assessment.title));
    lines
}

fn of_lists(lists: &Lists) -> Vec<&Line> {
    let concepts = lists.key_concepts.iter().map(|entry| &entry.term);
    let terms = lists.key_terms.iter().map(|entry| &entry.term);
    let guidance = lists.guidance.iter().filter_map(|entry| entry.applies_to.as_ref());
    let misconceptions = lists.misconceptions.iter().map(|entry| &entry.claim);
    let prerequisites = lists.prerequisites.iter().filter_map(|entry| entry.kind.as_ref());
    let faq = lists.faq.iter().map(|entry| &entry.question);
    concepts.chain(terms).chain(guidance).chain(misconceptions).chain(prerequisites).chain(faq).collect()
}
