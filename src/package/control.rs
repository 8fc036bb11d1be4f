//! Control documents: the schemas that a SCORM package carries at its root, written by us from the facts of the standards, strict for what
//! manifests of ours hold. SCORM 2004 CAM 3.5.2; ADL's own test refuses a package without them.
//!
//! In: nothing. Out: names, namespaces and texts. Cannot fail.

/// A schema: its namespace, its name in a package, its text.
pub(super) type Schema = (&'static str, &'static str, &'static str);

/// The names that manifests say where schemas are by. XML Schema 1.0, 2.6.3.
pub(super) const INSTANCE: (&str, &str) = ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");

/// Those of SCORM 1.2.
pub(super) const SCORM12: &[Schema] = &[
    ("http://www.imsproject.org/xsd/imscp_rootv1p1p2", "imscp_rootv1p1p2.xsd", include_str!("schemas/scorm12/imscp_rootv1p1p2.xsd")),
    ("http://www.adlnet.org/xsd/adlcp_rootv1p2", "adlcp_rootv1p2.xsd", include_str!("schemas/scorm12/adlcp_rootv1p2.xsd")),
];

/// Those of SCORM 2004, 3rd edition.
pub(super) const THIRD: &[Schema] = &[
    ("http://www.imsglobal.org/xsd/imscp_v1p1", "imscp_v1p1.xsd", include_str!("schemas/scorm2004-3/imscp_v1p1.xsd")),
    ("http://www.adlnet.org/xsd/adlcp_v1p3", "adlcp_v1p3.xsd", include_str!("schemas/scorm2004-3/adlcp_v1p3.xsd")),
    SEQUENCING,
    NAVIGATION,
    SIMPLE_SEQUENCING,
];

/// Those of SCORM 2004, 4th edition.
pub(super) const FOURTH: &[Schema] = &[
    ("http://www.imsglobal.org/xsd/imscp_v1p1", "imscp_v1p1.xsd", include_str!("schemas/scorm2004-4/imscp_v1p1.xsd")),
    ("http://www.adlnet.org/xsd/adlcp_v1p3", "adlcp_v1p3.xsd", include_str!("schemas/scorm2004-4/adlcp_v1p3.xsd")),
    SEQUENCING,
    NAVIGATION,
    SIMPLE_SEQUENCING,
];

const SEQUENCING: Schema = ("http://www.adlnet.org/xsd/adlseq_v1p3", "adlseq_v1p3.xsd", include_str!("schemas/scorm2004/adlseq_v1p3.xsd"));
const NAVIGATION: Schema = ("http://www.adlnet.org/xsd/adlnav_v1p3", "adlnav_v1p3.xsd", include_str!("schemas/scorm2004/adlnav_v1p3.xsd"));
const SIMPLE_SEQUENCING: Schema =
    ("http://www.imsglobal.org/xsd/imsss", "imsss_v1p0.xsd", include_str!("schemas/scorm2004/imsss_v1p0.xsd"));

/// Where `schemas` are, as a manifest says it: `xsi:schemaLocation`.
pub(super) fn locations(schemas: &[Schema]) -> String {
    schemas.iter().map(|(namespace, name, _)| format!("{namespace} {name}")).collect::<Vec<_>>().join(" ")
}
