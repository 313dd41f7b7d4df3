//! What `ECharts` understands and `charming` has no field for.

use serde_json::{Value, json};

/// A member to set in some of an option's parts.
pub(super) struct Patch {
    /// `series`, `legend`, `grid`, or empty for the option itself.
    part: &'static str,
    /// Only the part of this name.
    name: Option<String>,
    member: &'static str,
    value: Value,
}

impl Patch {
    /// A member of the option itself.
    pub(super) fn root(member: &'static str, value: Value) -> Self {
        Self { part: "", name: None, member, value }
    }

    /// A member of the series of this name.
    pub(super) fn series(name: &str, member: &'static str, value: Value) -> Self {
        Self { part: "series", name: Some(name.to_owned()), member, value }
    }

    /// Sets the member wherever it belongs.
    pub(super) fn apply(&self, option: &mut Value) {
        if self.part.is_empty() {
            option[self.member] = self.value.clone();
            return;
        }
        match option.get_mut(self.part) {
            Some(Value::Array(parts)) => parts.iter_mut().for_each(|part| self.set(part)),
            Some(part) => self.set(part),
            None => {}
        }
    }

    fn set(&self, part: &mut Value) {
        if self.name.as_deref().is_some_and(|name| part["name"] != name) {
            return;
        }
        part[self.member] = self.value.clone();
    }
}

/// What every picture needs: exact places, and no answer to the pointer.
pub(super) fn everywhere() -> Vec<Patch> {
    let all = |part, member, value| Patch { part, name: None, member, value };
    vec![
        all("grid", "outerBoundsMode", json!("none")),
        all("legend", "selectedMode", json!(false)),
        all("series", "silent", json!(true)),
        all("series", "clip", json!(false)),
    ]
}
