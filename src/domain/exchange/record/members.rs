//! The members of a record that are analysed; all others are passed over, whatever they hold.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

/// A response's members as they were found. The last of several of one name counts, as in JavaScript.
#[derive(Default)]
pub(super) struct Members {
    pub id: Option<Value>,
    pub survey: Option<Value>,
    pub submitted_at: Option<Value>,
    pub language: Option<Value>,
    pub answers: Option<Value>,
}

impl Members {
    /// Reads a JSON text; `None` where it is no object.
    pub fn read(bytes: &[u8]) -> Result<Option<Self>, serde_json::Error> {
        serde_json::from_slice::<Record>(bytes).map(|record| record.0)
    }
}

struct Record(Option<Members>);

impl<'de> Deserialize<'de> for Record {
    fn deserialize<Source: Deserializer<'de>>(source: Source) -> Result<Self, Source::Error> {
        source.deserialize_any(RecordVisitor).map(Self)
    }
}

struct RecordVisitor;

/// Any value is JSON; only an object has members.
impl<'de> Visitor<'de> for RecordVisitor {
    type Value = Option<Members>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a response")
    }

    fn visit_map<Map: MapAccess<'de>>(self, mut map: Map) -> Result<Self::Value, Map::Error> {
        let mut members = Members::default();
        while let Some(name) = map.next_key::<String>()? {
            let member = match name.as_str() {
                "id" => &mut members.id,
                "survey" => &mut members.survey,
                "submitted_at" => &mut members.submitted_at,
                "language" => &mut members.language,
                "answers" => &mut members.answers,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            *member = Some(map.next_value()?);
        }
        Ok(Some(members))
    }

    fn visit_seq<Items: SeqAccess<'de>>(self, mut items: Items) -> Result<Self::Value, Items::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    fn visit_bool<Error>(self, _: bool) -> Result<Self::Value, Error> {
        Ok(None)
    }

    fn visit_i64<Error>(self, _: i64) -> Result<Self::Value, Error> {
        Ok(None)
    }

    fn visit_u64<Error>(self, _: u64) -> Result<Self::Value, Error> {
        Ok(None)
    }

    fn visit_f64<Error>(self, _: f64) -> Result<Self::Value, Error> {
        Ok(None)
    }

    fn visit_str<Error>(self, _: &str) -> Result<Self::Value, Error> {
        Ok(None)
    }

    fn visit_unit<Error>(self) -> Result<Self::Value, Error> {
        Ok(None)
    }
}
