//! In: an indicator, or the whole site. Out: what search engines for data are told of it, as linked data.
//! Never: a licence nobody has set.

use super::view::View;
use super::{Page, address::beside};
use crate::contract::{self, Agent, DATA, Dataset, Download, Id, Place};
use crate::evaluate::{self, Calendar};
use crate::locale::iso;
use crate::model::IndicatorAt;

/// One indicator: its page, its table, its files.
pub(super) fn indicator(view: &View<'_>, at: usize, which: IndicatorAt, sentence: &str) -> String {
    let plan = &view.site.plans[at];
    let indicator = which.of(plan);
    let said = |text: &crate::model::Text| text.get(view.lang()).0.to_string();
    let definition = indicator.definition.as_ref().map(said);
    let about = [sentence.to_string(), said(&plan.title), said(&view.site.settings.description)];
    let description: Vec<String> = definition.into_iter().chain(about).collect();
    let page = Page::Indicator(at, which);
    let years = evaluate::years(indicator, Calendar::of(plan, view.site.settings.edition));
    let years = years.first().zip(years.last());
    let [csv, json] = beside(view.site, at, which);
    let files = [(csv, "text/csv"), (json, "application/json")];
    let dataset = Dataset {
        temporal_coverage: years
            .map(|(first, last)| format!("{}-04-01/{}-03-31", first.year.0, last.year.0 + 1)),
        is_part_of: Some(Id { id: id(view, Page::Data) }),
        ..dataset(view, page, said(&indicator.name), description.join(" "), &files)
    };
    contract::script(&dataset)
}

/// The whole site.
pub(super) fn whole(view: &View<'_>) -> String {
    let settings = &view.site.settings;
    let files: Vec<(String, &str)> =
        DATA.iter().map(|file| (file.path.to_string(), file.media)).collect();
    let name = settings.title.get(view.lang()).0.to_string();
    let description =
        format!("{} {}", settings.description.get(view.lang()).0, view.locale.words.data_lead);
    contract::script(&dataset(view, Page::Data, name, description, &files))
}

fn dataset(
    view: &View<'_>,
    page: Page,
    name: String,
    description: String,
    files: &[(String, &str)],
) -> Dataset {
    let settings = &view.site.settings;
    let said = |text: &crate::model::Text| text.get(view.lang()).0.to_string();
    let download = |(path, media): &(String, &str)| Download {
        kind: "DataDownload".to_string(),
        encoding_format: (*media).to_string(),
        content_url: format!("{}{path}", settings.base_url),
    };
    Dataset {
        context: "https://schema.org".to_string(),
        kind: "Dataset".to_string(),
        id: id(view, page),
        url: view.canonical(page),
        name,
        description: description.chars().take(5000).collect(),
        in_language: vec![view.lang().code().to_string()],
        license: settings.licence.as_ref().map(|licence| licence.url.clone()),
        creator: Agent { kind: "Organization".to_string(), name: said(&settings.publisher) },
        date_modified: iso(settings.edition.date),
        temporal_coverage: None,
        spatial_coverage: settings.region.as_ref().map(|region| Place {
            kind: "Place".to_string(),
            name: said(&region.name),
            identifier: region.code.clone(),
        }),
        is_accessible_for_free: true,
        is_part_of: None,
        distribution: files.iter().map(download).collect(),
    }
}

/// The name of a data set, the same in both languages: its Japanese page is where it stands.
fn id(view: &View<'_>, page: Page) -> String {
    format!("{}#dataset", super::url(view.site, crate::model::Lang::Ja, page))
}
