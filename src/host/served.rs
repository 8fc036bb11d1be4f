//! From packages to what is served.

use std::sync::Arc;

use super::site::{Course, File, Files, Unit};
use crate::activity::Delivery;
use crate::package::{Contents, Package};
use crate::source::Sources;
use crate::value::{Id, Thousandths};

impl Course {
    /// The course `id` as its packages hold it. Media are read from `sources` when they are asked for.
    #[must_use]
    pub fn of(id: &Id, delivery: &Delivery, packages: &[Package], sources: &Arc<Sources>) -> Self {
        let launches = |one: bool| -> Vec<String> {
            let targets = packages.iter().map(|package| package.target).filter(|target| delivery.is_one(target) == one);
            targets.map(|target| target.name.to_owned()).collect()
        };
        let unit = |launchable: &crate::activity::Launchable| Unit {
            id: launchable.public_id.clone(),
            title: launchable.title.clone(),
            file: launchable.file.clone(),
            targets: launches(false),
            mastery: launchable.mastery.map(mastery).unwrap_or_default(),
        };
        let whole = delivery.whole.as_ref().map(|whole| Unit {
            id: whole.identifier.clone(),
            title: delivery.title.clone(),
            file: crate::activity::HOME.to_owned(),
            targets: launches(true),
            mastery: whole.mastery.map(mastery).unwrap_or_default(),
        });
        let packages = packages.iter().map(|package| (package.target.name.to_owned(), files(package, sources)));
        Self {
            id: id.to_string(),
            title: delivery.title.clone(),
            packages: packages.collect(),
            units: whole.into_iter().chain(delivery.launchables.iter().map(unit)).collect(),
        }
    }
}

fn files(package: &Package, sources: &Arc<Sources>) -> Files {
    let file = |contents: &Contents| match contents {
        Contents::Generated(bytes) => File::Bytes(bytes.as_slice().into()),
        Contents::Sealed(sealed) => File::Bytes(sealed.bytes().unwrap_or_default().into()),
        Contents::Media(media) => {
            let (media, sources) = (*media, Arc::clone(sources));
            let size = sources.media_size(media);
            File::Media(size, Arc::new(move || sources.open(media)))
        }
    };
    package.entries.iter().map(|entry| (entry.name.clone(), file(&entry.contents))).collect()
}

/// `adlcp:masteryscore`: per cent, as LMSs compare it with `cmi.core.score.raw`.
fn mastery(share: Thousandths) -> String {
    Thousandths(share.0 * 100).to_string()
}

#[cfg(test)]
mod tests {
    use super::mastery;
    use crate::value::Thousandths;

    #[test]
    fn a_share_is_told_in_per_cent() {
        for (share, text) in [(800, "80"), (1000, "100"), (667, "66.7"), (0, "0")] {
            assert_eq!(mastery(Thousandths(share)), text);
        }
    }
}
