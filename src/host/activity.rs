//! An activity of SCORM 2004 as an LMS reads it. In: `imsmanifest.xml`, records. Out: what a launch is told of it. Gives nothing where there is none.
//!
//! SCORM 2004 CAM 5.1 (sequencing), RTE 4.2 (what of it stands in the data model), SN 3.10 (objectives that activities share).

use std::collections::BTreeMap;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use serde_json::{Value, json};

/// A learner's data model, element by element.
type Model = BTreeMap<String, String>;

/// What a manifest says of a SCO.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Activity {
    /// Its document.
    pub(super) file: String,
    /// `minNormalizedMeasure` where the measure decides on success: `cmi.scaled_passing_score`.
    passing: Option<String>,
    /// `cmi.completion_threshold`.
    threshold: Option<String>,
    /// `adlcp:dataFromLMS`: `cmi.launch_data`.
    launch_data: Option<String>,
    /// `deliveryControls`: whether its end without a word is no completion, and no success.
    set_by_content: Says,
    /// Those that have an id: `cmi.objectives`.
    objectives: Vec<Objective>,
}

/// What only the content says.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Says {
    completion: bool,
    objective: bool,
}

/// An objective of an activity.
#[derive(Clone, Debug, Default, PartialEq)]
struct Objective {
    id: String,
    /// Whether it is the activity's own success.
    primary: bool,
    /// Shared objectives that it reads whether it is satisfied from, its measure from, and that it writes them to.
    reads: [Option<String>; 2],
    writes: [Option<String>; 2],
}

/// What is known of a shared objective.
#[derive(Clone, Debug, Default, PartialEq)]
struct Shared {
    satisfied: Option<bool>,
    measure: Option<String>,
}

fn attributes(tag: &BytesStart<'_>) -> BTreeMap<String, String> {
    tag.attributes()
        .flatten()
        .filter_map(|one| Some((one.key.as_ref().to_owned(), one.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())))
        .collect()
}

/// What stands in a manifest, as it is read.
#[derive(Default)]
struct Reading {
    /// Open items, with what they refer to.
    open: Vec<(String, Activity)>,
    done: Vec<(String, Activity)>,
    files: BTreeMap<String, String>,
    /// The element whose text is next.
    text: String,
    in_primary: bool,
}

impl Reading {
    fn start(&mut self, name: &str, said: &BTreeMap<String, String>) {
        let text = |name: &str| said.get(name).cloned();
        let yes = |name: &str, default: bool| said.get(name).map_or(default, |value| value == "true");
        name.clone_into(&mut self.text);
        match name {
            "item" => self.open.push((text("identifierref").unwrap_or_default(), Activity::default())),
            "resource" => self.files.extend(text("identifier").zip(text("href"))),
            _ => {}
        }
        // What stands outside of items is of the organization.
        let Some((_, activity)) = self.open.last_mut() else { return };
        match name {
            "deliveryControls" => {
                let completion = yes("completionSetByContent", false);
                activity.set_by_content = Says { completion, objective: yes("objectiveSetByContent", false) };
            }
            "completionThreshold" if yes("completedByMeasure", false) => {
                activity.threshold = Some(text("minProgressMeasure").unwrap_or_else(|| "1.0".to_owned()));
            }
            "primaryObjective" | "objective" => {
                self.in_primary = name == "primaryObjective";
                if self.in_primary && yes("satisfiedByMeasure", false) {
                    activity.passing = Some("1.0".to_owned());
                }
                let id = text("objectiveID").unwrap_or_default();
                activity.objectives.push(Objective { id, primary: self.in_primary, ..Objective::default() });
            }
            "mapInfo" => {
                let Some(objective) = activity.objectives.last_mut() else { return };
                let of = |name: &str, default: bool| yes(name, default).then(|| text("targetObjectiveID")).flatten();
                let [reads, writes] = [("read", true), ("write", false)]
                    .map(|(verb, usual)| ["SatisfiedStatus", "NormalizedMeasure"].map(|what| of(&format!("{verb}{what}"), usual)));
                for (to, from) in objective.reads.iter_mut().chain(&mut objective.writes).zip(reads.into_iter().chain(writes)) {
                    *to = from.or_else(|| to.take());
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let Some((_, activity)) = self.open.last_mut() else { return };
        let text = text.trim().to_owned();
        match self.text.as_str() {
            "minNormalizedMeasure" if self.in_primary && activity.passing.is_some() => activity.passing = Some(text),
            // Its form in the 3rd edition.
            "completionThreshold" => activity.threshold = Some(text),
            "dataFromLMS" => activity.launch_data = Some(text),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        self.text.clear();
        if name == "item" {
            self.done.extend(self.open.pop());
        }
    }

    fn activities(self) -> Vec<Activity> {
        let Self { done, files, .. } = self;
        let file = |(of, mut activity): (String, Activity)| {
            files.get(&of)?.split(['?', '#']).next()?.clone_into(&mut activity.file);
            activity.objectives.retain(|objective| !objective.id.is_empty());
            Some(activity)
        };
        done.into_iter().filter_map(file).collect()
    }
}

/// The SCOs of a manifest, in its order.
pub(super) fn activities(xml: &[u8]) -> Vec<Activity> {
    let mut reader = Reader::from_reader(xml);
    let mut reading = Reading::default();
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => reading.start(tag.local_name().as_ref(), &attributes(&tag)),
            Ok(Event::Empty(tag)) => {
                reading.start(tag.local_name().as_ref(), &attributes(&tag));
                reading.end(tag.local_name().as_ref());
            }
            Ok(Event::Text(text)) => reading.text(&text),
            Ok(Event::End(tag)) => reading.end(tag.local_name().as_ref()),
            Ok(Event::Eof) | Err(_) => return reading.activities(),
            Ok(_) => {}
        }
    }
}

impl Activity {
    /// What a launch is told of it, with what `all` activities of the course have come to: the data model of each where it has one.
    pub(super) fn told(&self, all: &[(Activity, Option<Model>)]) -> Value {
        let mut shared = BTreeMap::new();
        for (activity, model) in all {
            activity.write(model.as_ref(), &mut shared);
        }
        let objectives: Vec<Value> = self.objectives.iter().map(|objective| objective.told(&shared)).collect();
        json!({
            "passing": self.passing, "threshold": self.threshold, "launch_data": self.launch_data, "objectives": objectives,
            "completion_by_content": self.set_by_content.completion, "objective_by_content": self.set_by_content.objective,
        })
    }

    /// Writes what this activity shares. SN 3.10.2.
    fn write(&self, model: Option<&Model>, shared: &mut BTreeMap<String, Shared>) {
        let Some(model) = model else { return };
        for objective in &self.objectives {
            let at = if objective.primary { Some("cmi".to_owned()) } else { place(model, &objective.id) };
            let Some(at) = at else { continue };
            let [satisfied, measure] = &objective.writes;
            let success = model.get(&format!("{at}.success_status")).filter(|word| *word != "unknown").map(|word| word == "passed");
            if let (Some(of), Some(success)) = (satisfied, success) {
                shared.entry(of.clone()).or_default().satisfied = Some(success);
            }
            if let (Some(of), Some(scaled)) = (measure, model.get(&format!("{at}.score.scaled"))) {
                shared.entry(of.clone()).or_default().measure = Some(scaled.clone());
            }
        }
    }
}

impl Objective {
    fn told(&self, shared: &BTreeMap<String, Shared>) -> Value {
        let [satisfied, measure] = &self.reads;
        let of = |target: &Option<String>| target.as_ref().and_then(|target| shared.get(target)).cloned().unwrap_or_default();
        json!({"id": self.id, "satisfied": of(satisfied).satisfied, "measure": of(measure).measure})
    }
}

/// The element under which the objective `id` stands in a data model.
fn place(model: &Model, id: &str) -> Option<String> {
    let (name, _) = model
        .iter()
        .find(|(name, value)| *value == id && name.strip_prefix("cmi.objectives.").and_then(|rest| rest.strip_suffix(".id")).is_some())?;
    name.strip_suffix(".id").map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Model, activities};

    const MANIFEST: &[u8] = br##"<manifest xmlns:imsss="i" xmlns:adlcp="a"><organizations><organization>
        <item identifier="I1" identifierref="R1"><title>One</title>
          <adlcp:dataFromLMS> x </adlcp:dataFromLMS>
          <imsss:sequencing><imsss:objectives>
            <imsss:primaryObjective satisfiedByMeasure="true"><imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure></imsss:primaryObjective>
            <imsss:objective objectiveID="LO1"><imsss:mapInfo targetObjectiveID="g" readSatisfiedStatus="false" writeSatisfiedStatus="true"
              readNormalizedMeasure="false" writeNormalizedMeasure="true"/></imsss:objective>
            <imsss:objective objectiveID="LO2"/>
          </imsss:objectives><imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/></imsss:sequencing></item>
        <item identifier="I2" identifierref="R2"><title>Two</title><adlcp:completionThreshold completedByMeasure="true" minProgressMeasure="0.5"/>
          <imsss:sequencing><imsss:objectives><imsss:primaryObjective/>
            <imsss:objective objectiveID="IN"><imsss:mapInfo targetObjectiveID="g"/></imsss:objective></imsss:objectives></imsss:sequencing></item>
        <item identifier="I3"><title>Chapter</title><item identifier="I4" identifierref="R3"><title>Three</title></item></item>
        <imsss:sequencing><imsss:deliveryControls completionSetByContent="true"/></imsss:sequencing>
      </organization></organizations>
      <resources><resource identifier="R1" href="a.html"/><resource identifier="R2" href="b.html?x=1"/><resource identifier="R3" href="c.html"/></resources></manifest>"##;

    fn model(of: &[(&str, &str)]) -> Model {
        of.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_manifest_says_what_a_launch_is_told() {
        let all = activities(MANIFEST);
        assert_eq!(all.iter().map(|one| one.file.as_str()).collect::<Vec<_>>(), ["a.html", "b.html", "c.html"]);
        assert_eq!(
            all[0].told(&[]),
            json!({"passing": "0.8", "threshold": null, "launch_data": "x", "completion_by_content": true, "objective_by_content": true,
                "objectives": [{"id": "LO1", "satisfied": null, "measure": null}, {"id": "LO2", "satisfied": null, "measure": null}]})
        );
        assert_eq!(
            all[1].told(&[]),
            json!({"passing": null, "threshold": "0.5", "launch_data": null, "completion_by_content": false, "objective_by_content": false,
                "objectives": [{"id": "IN", "satisfied": null, "measure": null}]})
        );
    }

    #[test]
    fn what_an_activity_writes_another_reads() {
        let all = activities(MANIFEST);
        let written = model(&[
            ("cmi.objectives.0.id", "other"),
            ("cmi.objectives.0.success_status", "failed"),
            ("cmi.objectives.1.id", "LO1"),
            ("cmi.objectives.1.success_status", "passed"),
            ("cmi.objectives.1.score.scaled", "0.9"),
        ]);
        let read = |written| all[1].told(&[(all[0].clone(), Some(written)), (all[1].clone(), None)])["objectives"].clone();
        assert_eq!(read(written), json!([{"id": "IN", "satisfied": true, "measure": "0.9"}]));
        let unknown = model(&[("cmi.objectives.0.id", "LO1"), ("cmi.objectives.0.success_status", "unknown")]);
        assert_eq!(read(unknown), json!([{"id": "IN", "satisfied": null, "measure": null}]));
    }

    #[test]
    fn what_is_no_manifest_has_no_activities() {
        for text in ["", "<", "no xml", "<item identifierref='R'/>", "<item><item></item>"] {
            assert_eq!(activities(text.as_bytes()), [], "{text}");
        }
    }
}
