//! In: nothing. Out: the shapes of linked data: a schema.org data set, a DCAT catalogue.
//! Never: a term that these vocabularies do not have.
#![allow(missing_docs)]

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A schema.org `Dataset`, as search engines for data read it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Dataset {
    #[serde(rename = "@context")]
    pub context: String,
    #[serde(rename = "@type")]
    pub kind: String,
    #[serde(rename = "@id")]
    pub id: String,
    pub url: String,
    pub name: String,
    pub description: String,
    pub in_language: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
    pub creator: Agent,
    pub date_modified: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub temporal_coverage: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub spatial_coverage: Option<Place>,
    pub is_accessible_for_free: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_part_of: Option<Id>,
    pub distribution: Vec<Download>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Agent {
    #[serde(rename = "@type")]
    pub kind: String,
    pub name: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    #[serde(rename = "@type")]
    pub kind: String,
    pub name: String,
    pub identifier: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Download {
    #[serde(rename = "@type")]
    pub kind: String,
    pub encoding_format: String,
    pub content_url: String,
}

/// A DCAT catalogue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Catalogue<D = Vec<Record>> {
    #[serde(rename = "@context")]
    pub context: Context,
    #[serde(flatten)]
    pub record: Record,
    #[serde(rename = "foaf:homepage")]
    pub homepage: Id,
    #[serde(rename = "dcat:dataset")]
    pub datasets: D,
}

/// The prefixes of the vocabularies.
pub type Context = BTreeMap<String, String>;

/// What a catalogue and a data set have in common.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Record {
    #[serde(rename = "@id")]
    pub id: String,
    #[serde(rename = "@type")]
    pub kind: String,
    #[serde(rename = "dcterms:identifier")]
    pub identifier: String,
    #[serde(rename = "dcterms:title")]
    pub title: Vec<Tagged>,
    #[serde(rename = "dcterms:description")]
    pub description: Vec<Tagged>,
    #[serde(rename = "dcterms:publisher")]
    pub publisher: Publisher,
    #[serde(rename = "dcterms:modified")]
    pub modified: Typed,
    #[serde(rename = "dcterms:license", skip_serializing_if = "Option::is_none")]
    pub licence: Option<Id>,
    #[serde(rename = "dcat:landingPage", skip_serializing_if = "Option::is_none")]
    pub page: Option<Id>,
    #[serde(rename = "dcat:distribution", default, skip_serializing_if = "Vec::is_empty")]
    pub distributions: Vec<Distribution>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Publisher {
    #[serde(rename = "@type")]
    pub kind: String,
    #[serde(rename = "foaf:name")]
    pub name: Vec<Tagged>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Distribution {
    #[serde(rename = "@type")]
    pub kind: String,
    #[serde(rename = "dcterms:title")]
    pub title: Vec<Tagged>,
    #[serde(rename = "dcat:downloadURL")]
    pub url: Id,
    #[serde(rename = "dcat:mediaType")]
    pub media: Id,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Id {
    #[serde(rename = "@id")]
    pub id: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tagged {
    #[serde(rename = "@language")]
    pub lang: String,
    #[serde(rename = "@value")]
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Typed {
    #[serde(rename = "@type")]
    pub kind: String,
    #[serde(rename = "@value")]
    pub value: String,
}
