//! `coursec explain`: what a diagnostic means, with an example that is wrong, what coursec says of it, and the example put right.

mod story;

use std::fs;
use std::path::Path;

use super::args::Explain;
use super::shell::Shell;
use super::{Failure, Status, dist};
use crate::diag::Lint;
use crate::lints;
use crate::yaml::nearest;
use story::{Form, story};

/// Explains one diagnostic, or writes a page for each.
pub(super) fn run(arguments: &Explain, shell: &Shell) -> Result<Status, Failure> {
    match &arguments.diagnostic {
        Some(name) => shell.print(&story(find(name)?, Form::Terminal)),
        None => {
            let written = pages(&arguments.out)?;
            shell.say(format_args!("wrote {written} pages and their index to {}", arguments.out.display()));
        }
    }
    Ok(Status::Done)
}

/// The kind of mistake with this code or name.
fn find(written: &str) -> Result<&'static Lint, Failure> {
    let lints = lints();
    let known = lints.iter().copied().find(|lint| lint.code.eq_ignore_ascii_case(written) || lint.name.eq_ignore_ascii_case(written));
    known.ok_or_else(|| {
        let names = lints.iter().flat_map(|lint| [lint.code, lint.name]);
        let folded = if written.len() == 5 { written.to_ascii_uppercase() } else { written.to_ascii_lowercase() };
        let near = nearest(&folded, names)
            .map_or_else(|| "each message shows its code in brackets".to_owned(), |near| format!("did you mean `{near}`?"));
        Failure::Usage(format!("there is no message `{written}`; {near}"))
    })
}

/// Writes a page for each kind of mistake and an index to `folder`, takes out the pages of those that are no more, and gives their number.
fn pages(folder: &Path) -> Result<usize, Failure> {
    let lints = lints();
    let told = |why: std::io::Error| Failure::Machine(format!("cannot write to `{}`: {why}", folder.display()));
    fs::create_dir_all(folder).map_err(told)?;
    for entry in fs::read_dir(folder).map_err(told)? {
        let path = entry.map_err(told)?.path();
        let code = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(".md"));
        if code.is_some_and(|code| is_code(code) && lints.iter().all(|lint| lint.code != code)) {
            fs::remove_file(&path).map_err(told)?;
        }
    }
    let write =
        |name: &str, text: &str| dist::replace(&folder.join(name), text.as_bytes()).map_err(|why| Failure::Machine(why.to_string()));
    for lint in &lints {
        write(&format!("{}.md", lint.code), &story(lint, Form::Page))?;
    }
    write("README.md", &index(&lints))?;
    Ok(lints.len())
}

/// Whether `name` has the form of a code.
fn is_code(name: &str) -> bool {
    name.len() == 5 && name.starts_with(['E', 'W']) && name[1..].bytes().all(|byte| byte.is_ascii_digit())
}

/// Codes begin with these digits, by what they are about.
const BANDS: [(&str, &str); 6] = [
    ("01", "Files and how they are written"),
    ("02", "Names, references, structure and the lock"),
    ("03", "Items: questions and tasks"),
    ("04", "Texts, links, pictures and other media"),
    ("05", "Themes"),
    ("06", "Packages and what an LMS can keep"),
];

/// What stands above the list of all pages.
const HEAD: &str = "\
# What coursec can say

Each message of coursec has a code. Its page says what is wrong, why it matters and what to do, with a wrong and a right example.
The same text comes with `coursec explain CODE`.

A code that begins with E is an error: nothing is built until it is corrected. One that begins with W is a warning. To silence a
warning, write its name and your reason into course.yaml; `deny` in place of `allow` makes it an error:

```yaml
lints:
  unused-term: {level: allow, reason: Learners meet it at work.}
```

## Words that come again and again

| word | what it means |
|---|---|
| key, value | In `title: Clean hands` the word before the colon is the key, and what comes after it is the value. |
| list, entry | A list has several entries, each on a line that begins with `-`, or all of them in `[...]` with commas between. |
| spaces before a line | They show what belongs to what: two more than the line above mean that the line is a part of it. |
| quotes | `'...'` or `\"...\"` around a text. They are needed where a sign in it means something else to coursec, and learners never see them. |
| `\\|` after a colon | The lines below, with two more spaces before each, are one text, just as they stand. |
| remark | A note to yourself after `#`, which nobody else sees. |
| id | The short name of a thing after `id:`. Other places name the thing by it. |
| path | The way to a file, such as `media/tap.svg`, or to a thing of the course, such as `hand-washing/q-when`. |
| item | A question or a task. |
| bank, draw, paper | A bank is a store of items. A draw takes some of them at random. What one learner gets in one attempt is the paper. |
| record | What the LMS keeps about a learner: the status, the score and the answers. |
| `course.lock` | The file in which coursec keeps where each answer is in learners' records. Keep it with the course, and leave it as it is. |
| package, target | A package is the file that goes into your LMS. A target is its kind, such as `scorm12`. |

These pages are written by `coursec explain --all`.
";

/// The page that leads to all others.
fn index(lints: &[&Lint]) -> String {
    let mut text = HEAD.to_owned();
    for (digits, title) in BANDS {
        text.push_str(&format!("\n## {title}\n\n| code | name | |\n|---|---|---|\n"));
        for lint in lints.iter().filter(|lint| lint.code[1..].starts_with(digits)) {
            text.push_str(&format!(
                "| [{0}]({0}.md) | {1} | {2} |\n",
                lint.code,
                lint.name,
                story::first_sentence(lint.docs).replace('|', "\\|")
            ));
        }
    }
    text
}
