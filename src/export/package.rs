//! In: the site and its data files. Out: their description as a Frictionless Data Package.
//! Never: a file described that is not written, or a column that the table does not have.

use super::pack::Pack;
use crate::contract::{
    COLUMNS, Column, Constraints, Contributor, DATA, Field, File, Kind, License, OBSERVATIONS,
    OBSERVATIONS_EXCEL, PACKAGE, Package, Resource, Schema, SourceOf,
};
use crate::locale::iso;
use crate::model::{Date, Site, Text};
use crate::publish::Print;
use crate::source::hexadecimal;

const FOLDER: &str = "data/v1/";

pub(super) fn package(site: &Site, pack: &Pack) -> Package {
    let settings = &site.settings;
    let described = DATA.iter().filter_map(|file| resource(file, &pack.print(file.path)?));
    Package {
        schema: "https://datapackage.org/profiles/2.0/datapackage.json".to_string(),
        name: "progress-report".to_string(),
        id: format!("{}{PACKAGE}", settings.base_url),
        title: both(&settings.title),
        description: both(&settings.description),
        homepage: settings.base_url.clone(),
        version: version(settings.edition.date),
        created: super::feed::moment(settings.edition.date),
        contributors: vec![Contributor {
            title: both(&settings.publisher),
            roles: vec!["publisher".to_string()],
        }],
        licenses: settings
            .licence
            .iter()
            .map(|licence| License { title: both(&licence.name), path: licence.url.clone() })
            .collect(),
        sources: site
            .sources
            .iter()
            .map(|source| SourceOf { title: both(&source.title), path: source.url.clone() })
            .collect(),
        resources: described.collect(),
    }
}

/// The contract's version; the edition is what semantic versioning calls build metadata.
fn version(edition: Date) -> String {
    format!("1.0.0+{}", iso(edition))
}

/// A package has one title; ours has two languages.
fn both(text: &Text) -> String {
    match &text.en {
        Some(en) => format!("{} / {en}", text.ja),
        None => text.ja.clone(),
    }
}

fn resource(file: &File, (_, bytes, hash): &Print) -> Option<Resource> {
    let path = file.path.strip_prefix(FOLDER)?;
    let table = [OBSERVATIONS, OBSERVATIONS_EXCEL].contains(&file.path);
    Some(Resource {
        kind: table.then(|| "table".to_string()),
        name: path.replace('.', "-"),
        path: path.to_string(),
        title: format!("{} / {}", file.title.ja, file.title.en),
        description: format!("{} / {}", file.holds.ja, file.holds.en),
        format: file.format.to_lowercase(),
        mediatype: file.media.to_string(),
        encoding: (table || file.format == "JSON").then(|| "utf-8".to_string()),
        bytes: *bytes,
        hash: format!("sha256:{}", hexadecimal(hash)),
        schema: table.then(schema),
    })
}

fn schema() -> Schema {
    Schema {
        schema: "https://datapackage.org/profiles/2.0/tableschema.json".to_string(),
        fields: COLUMNS.iter().map(field).collect(),
        missing_values: vec![String::new()],
        primary_key: ["plan", "indicator", "fiscal_year"].map(str::to_string).to_vec(),
    }
}

fn field(column: &Column) -> Field {
    let (kind, codes) = match column.kind {
        Kind::Text => ("string", [].as_slice()),
        Kind::Year => ("integer", [].as_slice()),
        Kind::Number => ("number", [].as_slice()),
        Kind::Codes(codes) => ("string", codes),
    };
    let codes: Vec<String> = codes.iter().map(|code| code.code.to_string()).collect();
    let constraints = (!codes.is_empty()).then_some(Constraints { required: true, codes });
    Field {
        name: column.name.to_string(),
        kind: kind.to_string(),
        title: format!("{} / {}", column.title.ja, column.title.en),
        description: format!("{} / {}", column.meaning.ja, column.meaning.en),
        constraints,
    }
}
