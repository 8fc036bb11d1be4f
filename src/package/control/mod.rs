//! Control documents: the schemas that a SCORM package carries at its root, written by us from the facts of the standards, strict for what
//! manifests of ours hold. SCORM 2004 CAM 3.5.2; ADL's own test refuses a package without them.
//!
//! In: nothing. Out: names, namespaces and texts. Cannot fail.

mod official;

pub use official::{LARGEST, Official, Refused};

/// A schema in a package.
#[derive(Debug)]
pub(super) struct Schema {
    /// Its name.
    name: &'static str,
    /// What leads to it.
    by: By,
    /// What it says.
    text: &'static str,
}

impl Schema {
    /// Its name, and what it says.
    pub(super) fn file(&self) -> (&'static str, &'static str) {
        (self.name, self.text)
    }
}

/// What leads to a schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    /// A manifest, by this namespace.
    Manifest(&'static str),
    /// What a manifest says about the course in a file of its own, by this namespace.
    Metadata(&'static str),
    /// Another schema.
    Schema,
}

/// The names that manifests say where schemas are by. XML Schema 1.0, 2.6.3.
pub(super) const INSTANCE: (&str, &str) = ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");

macro_rules! schema {
    ($folder:literal, $name:literal, $by:expr) => {
        Schema { name: $name, by: $by, text: include_str!(concat!("../schemas/", $folder, "/", $name)) }
    };
}

/// Those of SCORM 1.2.
pub(super) static SCORM12: &[Schema] = &[
    schema!("scorm12", "imscp_rootv1p1p2.xsd", By::Manifest("http://www.imsproject.org/xsd/imscp_rootv1p1p2")),
    schema!("scorm12", "adlcp_rootv1p2.xsd", By::Manifest("http://www.adlnet.org/xsd/adlcp_rootv1p2")),
    schema!("scorm12", "imsmd_rootv1p2p1.xsd", By::Metadata("http://www.imsglobal.org/xsd/imsmd_rootv1p2p1")),
    schema!("scorm12", "ims_xml.xsd", By::Schema),
];

macro_rules! scorm2004 {
    ($folder:literal) => {
        &[
            schema!($folder, "imscp_v1p1.xsd", By::Manifest("http://www.imsglobal.org/xsd/imscp_v1p1")),
            schema!($folder, "adlcp_v1p3.xsd", By::Manifest("http://www.adlnet.org/xsd/adlcp_v1p3")),
            schema!("scorm2004", "adlseq_v1p3.xsd", By::Manifest("http://www.adlnet.org/xsd/adlseq_v1p3")),
            schema!("scorm2004", "adlnav_v1p3.xsd", By::Manifest("http://www.adlnet.org/xsd/adlnav_v1p3")),
            schema!("scorm2004", "imsss_v1p0.xsd", By::Manifest("http://www.imsglobal.org/xsd/imsss")),
            schema!("scorm2004", "imsss_v1p0auxresource.xsd", By::Schema),
            schema!("scorm2004", "imsss_v1p0control.xsd", By::Schema),
            schema!("scorm2004", "imsss_v1p0delivery.xsd", By::Schema),
            schema!("scorm2004", "imsss_v1p0limit.xsd", By::Schema),
            schema!("scorm2004", "imsss_v1p0objective.xsd", By::Schema),
            schema!("scorm2004", "imsss_v1p0random.xsd", By::Schema),
            schema!("scorm2004", "imsss_v1p0rollup.xsd", By::Schema),
            schema!("scorm2004", "imsss_v1p0seqrule.xsd", By::Schema),
            schema!("scorm2004", "imsss_v1p0util.xsd", By::Schema),
            schema!("scorm2004", "lom.xsd", By::Metadata("http://ltsc.ieee.org/xsd/LOM")),
            schema!("scorm2004", "xml.xsd", By::Schema),
        ]
    };
}

/// Those of SCORM 2004, 3rd edition.
pub(super) static THIRD: &[Schema] = scorm2004!("scorm2004-3");

/// Those of SCORM 2004, 4th edition.
pub(super) static FOURTH: &[Schema] = scorm2004!("scorm2004-4");

/// Where `schemas` are, as a manifest says it: `xsi:schemaLocation`.
pub(super) fn locations(schemas: &[Schema]) -> String {
    let named = schemas.iter().filter_map(|schema| match schema.by {
        By::Manifest(namespace) => Some(format!("{namespace} {}", schema.name)),
        By::Metadata(_) | By::Schema => None,
    });
    named.collect::<Vec<_>>().join(" ")
}
