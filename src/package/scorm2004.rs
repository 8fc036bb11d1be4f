//! SCORM 2004, 3rd and 4th edition: `imsmanifest.xml`. SCORM 2004 CAM 3.4 and 5.

use super::control::{self, Schema};
use super::global::{self, Read, Shared};
use super::imscp::{self, Kinds, Room, title};
use super::xml::{Said, Xml};
use super::{Manifests, Material, Projection, metadata};
use crate::activity::Sco;
use crate::diag::{Diagnostic, Warned};
use crate::lock::SheetPurpose;
use crate::model::{Assessment, Course, Navigation};
use crate::target::{SCORM2004_3, SCORM2004_4, Target};
use crate::value::Thousandths;

/// The 3rd edition.
pub(super) static THIRD: Projection = Projection { target: &SCORM2004_3, manifests: third, schemas: control::THIRD };

/// The 4th edition.
pub(super) static FOURTH: Projection = Projection { target: &SCORM2004_4, manifests: fourth, schemas: control::FOURTH };

/// What the editions differ in.
struct Edition {
    target: &'static Target,
    /// Nothing else tells them apart. CAM 3.4.1.3.
    schemaversion: &'static str,
    /// Attributes of an organization: what its SCOs share is shared in one attempt alone. CAM 3.4.1.4, 5.1.1.
    scope: &'static [(&'static str, &'static str)],
    /// What its package carries.
    schemas: &'static [Schema],
}

const GLOBAL_OBJECTIVES: (&str, &str) = ("adlseq:objectivesGlobalToSystem", "false");

/// LMSs look for these very prefixes.
const NAMESPACES: [(&str, &str); 5] = [
    ("xmlns", "http://www.imsglobal.org/xsd/imscp_v1p1"),
    ("xmlns:adlcp", "http://www.adlnet.org/xsd/adlcp_v1p3"),
    ("xmlns:adlseq", "http://www.adlnet.org/xsd/adlseq_v1p3"),
    ("xmlns:adlnav", "http://www.adlnet.org/xsd/adlnav_v1p3"),
    ("xmlns:imsss", "http://www.imsglobal.org/xsd/imsss"),
];

/// The buttons of an LMS that leave the course, or throw away what was done: "Save and exit" stands for them. CAM 5.2.1, `hideLMSUI`.
const LEAVING: [&str; 5] = ["exit", "exitAll", "abandon", "abandonAll", "suspendAll"];

/// Those that lead to another activity: there is none where there is but one.
const TURNING: [&str; 2] = ["previous", "continue"];

fn third(material: &Material<'_>) -> Warned<Manifests> {
    manifests(
        material,
        &Edition { target: &SCORM2004_3, schemaversion: "2004 3rd Edition", scope: &[GLOBAL_OBJECTIVES], schemas: control::THIRD },
    )
}

fn fourth(material: &Material<'_>) -> Warned<Manifests> {
    let scope = &[GLOBAL_OBJECTIVES, ("adlcp:sharedDataGlobalToSystem", "false")];
    manifests(material, &Edition { target: &SCORM2004_4, schemaversion: "2004 4th Edition", scope, schemas: control::FOURTH })
}

fn manifests(material: &Material<'_>, edition: &Edition) -> Warned<Manifests> {
    imscp::manifests(|xml, diagnostics| manifest(xml, diagnostics, material, edition), |xml| metadata::lom(xml, material))
}

/// CAM 3.4.1: one organization, a flat list of SCOs.
fn manifest(xml: &mut Xml, diagnostics: &mut Vec<Diagnostic>, material: &Material<'_>, edition: &Edition) {
    let Material { course, delivery, .. } = material;
    let (identifier, version) = (format!("MANIFEST-{}", delivery.identifier), course.version.to_string());
    let mut attributes = vec![("identifier", identifier.as_str()), ("version", &version)];
    let locations = control::locations(edition.schemas);
    attributes.extend(NAMESPACES);
    attributes.extend([control::INSTANCE, ("xsi:schemaLocation", &locations)]);
    xml.start("manifest", &attributes);
    imscp::itself(xml, edition.schemaversion);

    let organization = format!("ORG-{}", delivery.identifier);
    xml.start("organizations", &[("default", &organization)]);
    let mut attributes = vec![("identifier", organization.as_str())];
    attributes.extend(edition.scope);
    xml.start("organization", &attributes);
    let room = Room::of(course, edition.target);
    title(xml, diagnostics, &room, Said { text: &delivery.title, span: Some(course.title.span) });
    let scos = delivery.scos();
    let shared = global::shared(material, &scos);
    for (place, sco) in scos.iter().enumerate() {
        let said = Said { text: sco.title, span: Some(delivery.title_of(sco, course)) };
        let shared = &shared[place];
        let activity = Activity { sco, course, shared, course_identifier: &delivery.identifier, alone: scos.len() == 1 };
        item(xml, diagnostics, &activity, &room, said);
    }
    whole(
        xml,
        delivery.navigation,
        delivery.launchables.iter().any(|launchable| course.launched_at(launchable.unit).assessments.iter().any(decides)),
    );
    xml.end();
    xml.end();

    imscp::resources(xml, material, Kinds { attribute: "adlcp:scormType" });
    xml.end();
}

/// What a learner launches.
struct Activity<'a> {
    sco: &'a Sco<'a>,
    course: &'a Course,
    shared: &'a Shared,
    course_identifier: &'a str,
    /// Whether there is no other.
    alone: bool,
}

impl Activity<'_> {
    fn assessments(&self) -> impl Iterator<Item = &Assessment> {
        self.sco.documents.iter().flat_map(|launchable| &self.course.launched_at(launchable.unit).assessments)
    }
}

/// CAM 3.4.1.5; LMSs keep records under its identifier.
fn item(xml: &mut Xml, diagnostics: &mut Vec<Diagnostic>, activity: &Activity<'_>, room: &Room, said: Said<'_>) {
    let identifier = activity.sco.identifier;
    let (item, resource) = (format!("ITEM-{identifier}"), format!("RES-{identifier}"));
    xml.start("item", &[("identifier", &item), ("identifierref", &resource), ("isvisible", "true")]);
    title(xml, diagnostics, room, said);
    if activity.course.lms.value.hidden_buttons {
        presentation(xml, activity);
    }
    sequencing(xml, activity);
    xml.end();
}

/// CAM 5.2.1: the buttons of the LMS that the course's own stand for.
fn presentation(xml: &mut Xml, activity: &Activity<'_>) {
    xml.start("adlnav:presentation", &[]);
    xml.start("adlnav:navigationInterface", &[]);
    let turning = TURNING.iter().filter(|_| activity.alone);
    for hidden in turning.chain(&LEAVING) {
        xml.text("adlnav:hideLMSUI", Said { text: hidden, span: None });
    }
    xml.end();
    xml.end();
}

/// CAM 5.1: its children stand in a fixed order.
fn sequencing(xml: &mut Xml, activity: &Activity<'_>) {
    xml.start("imsss:sequencing", &[]);
    rules(xml, activity);
    // What a unit without an assessment says of success is nothing: the course is not kept from success by it, nor its score by none.
    let weight = if activity.assessments().any(|assessment| assessment.counts) { "1" } else { "0" };
    let satisfied = if activity.assessments().any(decides) { "true" } else { "false" };
    xml.empty(
        "imsss:rollupRules",
        &[("rollupObjectiveSatisfied", satisfied), ("rollupProgressCompletion", "true"), ("objectiveMeasureWeight", weight)],
    );
    xml.start("imsss:objectives", &[]);
    match activity.sco.passing {
        Some(mark) => {
            xml.start("imsss:primaryObjective", &[("satisfiedByMeasure", "true")]);
            xml.text("imsss:minNormalizedMeasure", Said { text: &measure(mark), span: None });
            xml.end();
        }
        None => xml.empty("imsss:primaryObjective", &[]),
    }
    objectives(xml, activity);
    xml.end();
    // Without these an LMS takes a SCO that was left without a word for completed and passed. SN 3.13.2, 3.13.3.
    xml.empty("imsss:deliveryControls", &[("tracked", "true"), ("completionSetByContent", "true"), ("objectiveSetByContent", "true")]);
    xml.end();
}

/// What keeps a unit closed: a rule that disables it, which holds for every way to it. What stops traversal, an LMS asks only for a choice. SN 4.4, CAM 5.1.3.
fn rules(xml: &mut Xml, activity: &Activity<'_>) {
    let awaited: Vec<&Read> = activity.shared.reads.iter().filter(|read| read.opens).collect();
    if awaited.is_empty() {
        return;
    }
    xml.start("imsss:sequencingRules", &[]);
    xml.start("imsss:preConditionRule", &[]);
    xml.start("imsss:ruleConditions", &[("conditionCombination", "any")]);
    for read in awaited {
        // What is not known is not met: nobody has been there.
        for condition in ["satisfied", "objectiveStatusKnown"] {
            xml.empty("imsss:ruleCondition", &[("referencedObjective", &read.id), ("operator", "not"), ("condition", condition)]);
        }
    }
    xml.end();
    xml.empty("imsss:ruleAction", &[("action", "disabled")]);
    xml.end();
    xml.end();
}

/// Each outcome once, and what the SCO shares. SN 3.10.
fn objectives(xml: &mut Xml, activity: &Activity<'_>) {
    let own = activity.sco.documents.iter().flat_map(|launchable| &launchable.objectives).map(|objective| &objective.id);
    let mut ids: Vec<&String> = Vec::new();
    for id in own.chain(&activity.shared.writes) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    for id in ids {
        if activity.shared.writes.contains(id) {
            let of = global::name(activity.course_identifier, id);
            let info = [
                ("targetObjectiveID", of.as_str()),
                ("readSatisfiedStatus", "false"),
                ("readNormalizedMeasure", "false"),
                ("writeSatisfiedStatus", "true"),
                ("writeNormalizedMeasure", "true"),
            ];
            mapped(xml, id, &info);
        } else {
            xml.empty("imsss:objective", &[("objectiveID", id)]);
        }
    }
    for read in &activity.shared.reads {
        let of = global::name(activity.course_identifier, &read.of);
        mapped(xml, &read.id, &[("targetObjectiveID", &of), ("readSatisfiedStatus", "true"), ("readNormalizedMeasure", "true")]);
    }
}

fn mapped(xml: &mut Xml, id: &str, info: &[(&'static str, &str)]) {
    xml.start("imsss:objective", &[("objectiveID", id)]);
    xml.empty("imsss:mapInfo", info);
    xml.end();
}

/// The course: its units are there to choose from, or follow each other; it is complete when all are, and satisfied when all are that can be. SN 4.6.
fn whole(xml: &mut Xml, navigation: Navigation, decided: bool) {
    xml.start("imsss:sequencing", &[]);
    let choice = if navigation == Navigation::Linear { "false" } else { "true" };
    xml.empty("imsss:controlMode", &[("choice", choice), ("flow", "true")]);
    xml.start("imsss:rollupRules", &[]);
    if decided {
        roll_up(
            xml,
            "any",
            &[&[("condition", "objectiveStatusKnown")], &[("operator", "not"), ("condition", "satisfied")]],
            "notSatisfied",
        );
        roll_up(xml, "all", &[&[("condition", "satisfied")]], "satisfied");
    }
    roll_up(xml, "any", &[&[("operator", "not"), ("condition", "completed")]], "incomplete");
    roll_up(xml, "all", &[&[("condition", "completed")]], "completed");
    xml.end();
    xml.end();
}

/// CAM 5.1.8: where all of `conditions` hold for so many of the units, the course is `action`.
fn roll_up(xml: &mut Xml, children: &str, conditions: &[&[(&'static str, &str)]], action: &str) {
    xml.start("imsss:rollupRule", &[("childActivitySet", children)]);
    xml.start("imsss:rollupConditions", &[("conditionCombination", "all")]);
    for condition in conditions {
        xml.empty("imsss:rollupCondition", condition);
    }
    xml.end();
    xml.empty("imsss:rollupAction", &[("action", action)]);
    xml.end();
}

/// Whether success depends on `assessment`.
fn decides(assessment: &Assessment) -> bool {
    SheetPurpose::from(assessment.purpose) == SheetPurpose::Summative
}

/// A share as a normalized measure. CAM 5.1.7.1, `minNormalizedMeasure`.
fn measure(share: Thousandths) -> String {
    share.to_string()
}
