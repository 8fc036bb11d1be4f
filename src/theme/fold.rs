//! What every document says in the same words, written into the templates once.
//!
//! In: the text of a template, and a Tera that has its words and components. Out: the same text in which what needs no view stands
//! already: a word without values, a component with none but fixed ones. What cannot be told beforehand stays as it is.

use std::sync::LazyLock;

use regex::{Captures, Regex};
use tera::{Context, Tera};

/// A word by its key alone, or a component with texts and truths.
static FIXED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"\{\{ (?:t\(key="[a-z0-9-]+"\)|<(?<component>[a-z_]+)(?: [a-z]+=(?:"[^"{}]*"|\{true\}|\{false\}))*/>) \}\}"#)
        .expect("the form is a constant, and every test of a theme runs it")
});

/// `text` with what is the same in every document.
pub(super) fn fold(text: &str, tera: &Tera) -> String {
    let folded = |found: &Captures<'_>| said(found, tera).unwrap_or_else(|| found[0].to_owned());
    FIXED.replace_all(text, folded).into_owned()
}

/// What a fixed piece comes to; `None` where Tera would read it, or the blanks around it, in another way.
fn said(found: &Captures<'_>, tera: &Tera) -> Option<String> {
    if let Some(component) = found.name("component") {
        let component = tera.get_component_definition(component.as_str())?;
        if component.args().iter().any(tera::ComponentArg::is_implicit) {
            return None;
        }
    }
    let said = tera.render_str(&found[0], &Context::new(), true).ok()?;
    (said.trim() == said && !said.is_empty() && !said.contains('{')).then_some(said)
}

#[cfg(test)]
mod tests {
    use tera::{Kwargs, State, Tera};

    use super::fold;

    #[test]
    fn what_is_fixed_is_written_once_and_the_rest_stays() {
        let mut tera = Tera::default();
        tera.register_function("t", |kwargs: Kwargs, _: &State| {
            let key: String = kwargs.must_get("key")?;
            if key == "brace" { Ok("{n}".to_owned()) } else { Ok(format!("{key} & more")) }
        });
        let components = "{% component mark(name, wide=false) -%}<i{% if wide %} wide{% endif %}>{{ name }}</i>{%- endcomponent mark %}\
                          {% component asks(@unit) -%}{{ unit }}{%- endcomponent asks %}";
        tera.add_raw_template("components.html", components).expect("it is a template");
        for (text, folded) in [
            ("<p>{{ t(key=\"a-1\") }}</p>", "<p>a-1 &amp; more</p>"),
            ("{{ <mark name=\"x\"/> }}-{{ <mark name=\"y\" wide={true}/> }}", "<i>x</i>-<i wide>y</i>"),
            ("{{ t(key=\"brace\") }}", "{{ t(key=\"brace\") }}"),
            ("{{ t(key=name) }}{{ t(key=\"a\", n=n) }}", "{{ t(key=name) }}{{ t(key=\"a\", n=n) }}"),
            ("{{ <mark name={name}/> }}{{ <mark/> }}{{ <none/> }}", "{{ <mark name={name}/> }}{{ <mark/> }}{{ <none/> }}"),
            ("{{ <asks/> }}", "{{ <asks/> }}"),
        ] {
            assert_eq!(fold(text, &tera), folded, "{text}");
        }
    }
}
