//! In: the domain of `CNAME` and the address of `site.yaml`. Out: whether they name one host.
//! Never: the network asked who the domain belongs to.

use super::Content;
use crate::diagnostics::{Problem, Report};

/// GitHub Pages shows the site under its domain only, so any other canonical address leads nowhere.
pub(super) fn is_that_of_the_address(content: &Content<'_>, report: &mut Report) {
    let drafts = content.drafts;
    let (Some(domain), Some(settings)) = (&drafts.domain, &drafts.settings) else { return };
    let host = host(&settings.base_url);
    if !host.eq_ignore_ascii_case(&domain.value) {
        let (domain_name, host) = (domain.value.clone(), host.to_string());
        report.add(Problem::CnameDiffers { domain: domain_name, host }, domain.span);
    }
}

fn host(url: &str) -> &str {
    let after = url.split_once("://").map_or(url, |(_, after)| after);
    after.split(['/', ':']).next().unwrap_or(after)
}
