//! SCORM 1.2: `imsmanifest.xml`. SCORM 1.2 CAM 2.3.

use super::control;
use super::imscp::{self, Kinds, Room, title};
use super::xml::{Said, Xml};
use super::{Manifests, Material, Projection, metadata};
use crate::activity::Sco;
use crate::diag::{Diagnostic, Warned};
use crate::target::SCORM12;
use crate::value::Thousandths;

/// SCORM 1.2.
pub(super) static PROJECTION: Projection = Projection { target: &SCORM12, manifests, schemas: control::SCORM12 };

/// LMSs look for these very prefixes and addresses.
const NAMESPACES: [(&str, &str); 2] =
    [("xmlns", "http://www.imsproject.org/xsd/imscp_rootv1p1p2"), ("xmlns:adlcp", "http://www.adlnet.org/xsd/adlcp_rootv1p2")];

/// The most characters of `version`. imscp_rootv1p1p2.xsd.
const LONGEST_VERSION: usize = 20;

/// The most characters of `adlcp:prerequisites`. adlcp_rootv1p2.xsd.
pub(super) const LONGEST_SCRIPT: usize = 200;

fn manifests(material: &Material<'_>) -> Warned<Manifests> {
    imscp::manifests(|xml, diagnostics| manifest(xml, diagnostics, material), |xml| metadata::imsmd(xml, material))
}

/// CAM 2.3.2.1: one organization, a flat list of SCOs.
fn manifest(xml: &mut Xml, diagnostics: &mut Vec<Diagnostic>, material: &Material<'_>) {
    let Material { course, delivery, .. } = material;
    let room = Room::of(course, &SCORM12);
    let (identifier, version) = (format!("MANIFEST-{}", delivery.identifier), course.version.to_string());
    let mut attributes = vec![("identifier", identifier.as_str())];
    if version.len() <= LONGEST_VERSION {
        attributes.push(("version", &version));
    }
    let locations = control::locations(control::SCORM12);
    attributes.extend(NAMESPACES);
    attributes.extend([control::INSTANCE, ("xsi:schemaLocation", &locations)]);
    xml.start("manifest", &attributes);
    imscp::itself(xml, "1.2");

    let organization = format!("ORG-{}", delivery.identifier);
    xml.start("organizations", &[("default", &organization)]);
    xml.start("organization", &[("identifier", &organization)]);
    title(xml, diagnostics, &room, Said { text: &delivery.title, span: Some(course.title.span) });
    let scos = delivery.scos();
    for sco in &scos {
        let before: Vec<&str> = sco.opens_after.iter().map(|place| scos[*place].identifier).collect();
        let said = Said { text: sco.title, span: Some(delivery.title_of(sco, course)) };
        item(xml, diagnostics, &room, sco, &before, said);
    }
    xml.end();
    xml.end();

    imscp::resources(xml, material, Kinds { attribute: "adlcp:scormtype" });
    xml.end();
}

/// CAM 2.3.2.5.3: what a learner launches; LMSs keep records under its identifier. It opens after the items of `before`.
fn item(xml: &mut Xml, diagnostics: &mut Vec<Diagnostic>, room: &Room, sco: &Sco<'_>, before: &[&str], said: Said<'_>) {
    let (item, resource) = (format!("ITEM-{}", sco.identifier), format!("RES-{}", sco.identifier));
    xml.start("item", &[("identifier", &item), ("identifierref", &resource), ("isvisible", "true")]);
    title(xml, diagnostics, room, said);
    if let Some(prerequisites) = prerequisites(before) {
        xml.text_with("adlcp:prerequisites", &[("type", "aicc_script")], Said { text: &prerequisites, span: None });
    }
    if let Some(mastery) = sco.mastery {
        xml.text("adlcp:masteryscore", Said { text: &percent(mastery), span: None });
    }
    xml.end();
}

/// Those items and each of them, where there is room for their names. CAM 2.3.2.5.3, AICC CMI001 3.4.0 appendix A: an item is true once it is
/// completed or passed.
fn prerequisites(before: &[&str]) -> Option<String> {
    let items: Vec<String> = before.iter().map(|identifier| format!("ITEM-{identifier}")).collect();
    Some(items.join("&")).filter(|script| !script.is_empty() && script.len() <= LONGEST_SCRIPT)
}

/// A share as CMIDecimal from 0 to 100. SCORM 1.2 RTE 3.4.4, `cmi.student_data.mastery_score`.
fn percent(share: Thousandths) -> String {
    Thousandths(share.0.saturating_mul(100)).to_string()
}

#[cfg(test)]
mod tests {
    use super::percent;
    use crate::value::Thousandths;

    #[test]
    fn a_share_is_a_percentage() {
        for (share, text) in [(0, "0"), (800, "80"), (855, "85.5"), (1000, "100")] {
            assert_eq!(percent(Thousandths(share)), text);
        }
    }
}
