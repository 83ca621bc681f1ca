//! In: nothing. Out: the list of every word of our own that a page shows.
//! Never: a default; a language that lacks a word does not compile.

use serde::Serialize;

macro_rules! messages {
    ($($(#[$meta:meta])* $name:ident),* $(,)?) => {
        /// Every word of our own; templates see it as `t`.
        #[derive(Clone, Copy, Debug, Serialize)]
        #[allow(missing_docs)] // the words in `ja` and `en` are the documentation
        pub struct Messages {
            $($(#[$meta])* pub $name: &'static str,)*
        }
    };
}

messages! {
    // The frame of every page
    skip_to_content, home, breadcrumb, main_menu, this_site, plans, glossary, language_switch,
    publisher, contact, edition, edition_of, generated_by, page_top, untranslated, untranslated_mark,
    reference_translation, print_source,
    // Words of the field
    target, actual, baseline, rate_of_achievement, verdict, fiscal_year, unit, indicator, indicators,
    targets_role, references_role, kgi, kgis, kgi_long, item, items, note, notes, sources, source,
    definition, period, vision, rule, counting, single_year, cumulative, aim, theme,
    // Calendar
    quarter, range, quarter_head,
    // Values and states
    done, not_done, achieved, missed, pending, awaiting_settlement, not_surveyed, not_applicable,
    discontinued, provisional, estimated, not_recorded, not_yet_due, no_target, outside_plan, due,
    rate_none, rate_undefined, above_baseline, below_baseline, baseline_mark, dash,
    rate_zero, rate_negative, rate_no_way, rate_too_large,
    aim_at_least, aim_at_most, aim_done, aim_increase, aim_decrease, aim_unknown,
    rule_ratio, rule_ratio_inverse, rule_gap, rule_none,
    // Counting
    tally, tally_words, tally_none, tally_no_targets, tally_waiting, tally_not_recorded,
    tally_not_yet_due, tally_not_applicable, tally_by_year, tally_caption, tally_legend,
    list_separator, gap, series_separator, colon, left_out, of_which,
    // Charts
    chart_of, chart_title, chart_cut, chart_description, chart_first_last, chart_no_actual,
    chart_target_last, chart_baseline, figure_caption,
    // Sentences
    sentence_met, sentence_missed, sentence_exceeded, sentence_met_done, sentence_missed_done, sentence_increase,
    sentence_no_increase, sentence_decrease, sentence_no_decrease, sentence_actual_only,
    sentence_nothing, sentence_target_only, sentence_waiting, sentence_rate, sentence_provisional,
    points,
    // Home
    home_lead, home_how_far, home_stories, home_stories_lead, how_to_read, how_to_read_states, how_to_read_rate,
    how_to_read_missing, more_about, see_plan, structure_counts, recorded_of, recorded_head,
    // Plan
    plan_structure, plan_about, plan_overview, latest_year_tally, plan_source, count_of_indicators,
    no_lead, examples, lead, related, labels, label_yes, label_no,
    // Item
    sheet, item_number, overview, as_of, current, problems, reform, indicator_table,
    actions, actions_caption, action, served, plan_row, result_row, schedule_empty, when, what,
    evaluation, tally_row, analysis, issues, response, narrative_missing, no_indicators, previous,
    next, item_caption, charts, overview_missing, actions_missing, kgi_linked,
    // Indicator
    table_caption, about_indicator, where_from, belongs_to, table_note_column, official, press,
    other_source, retrieved, source_of_years,
    // Glossary and 404
    glossary_lead, not_found, not_found_lead, back_home,
}
