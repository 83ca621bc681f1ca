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
    language, skip_to_content, home, breadcrumb, main_menu,
    part_of, part_menu, part_previous, part_next, glossary,
    publisher, contact, edition, open_data, open_data_link, content_hash, edition_of, generated_by, untranslated_mark,
    reference_translation,
    // Words of the field
    target, target_from, target_to, actual, baseline, rate_of_achievement, verdict, fiscal_year, unit, indicator, indicators,
    targets_role, references_role, kgis, kgi_long, note, notes, source,
    definition, period, vision, rule, counting, single_year, cumulative, aim,
    // Calendar
    quarter, range,
    // Values and states
    done, not_done, achieved, missed, pending, awaiting_settlement, not_surveyed, not_applicable,
    discontinued, provisional, estimated, not_recorded, not_yet_due, no_target, due,
    above_baseline, below_baseline, baseline_mark, dash,
    rate_zero, rate_negative, rate_no_way, rate_too_large,
    aim_at_least, aim_at_most, aim_between, aim_done, aim_increase, aim_decrease, aim_unknown,
    rule_ratio, rule_ratio_inverse, rule_gap, rule_none,
    // Counting
    tally, tally_words, tally_none, tally_no_targets, tally_waiting, tally_not_recorded,
    tally_not_yet_due, tally_not_applicable, tally_caption, tally_legend,
    list_separator, gap, series_separator, colon, left_out, of_which,
    // Charts
    chart_of, chart_title, chart_cut, chart_description, chart_first_last, chart_no_actual,
    chart_target_last, chart_baseline, figure_caption,
    // Sentences
    sentence_met, sentence_missed, sentence_exceeded,
    sentence_in_range, sentence_below_range, sentence_above_range, sentence_met_done, sentence_missed_done, sentence_done, sentence_not_done, sentence_increase,
    sentence_no_increase, sentence_decrease, sentence_no_decrease, sentence_actual_only,
    sentence_nothing, sentence_target_only, sentence_rate, sentence_provisional,
    points,
    // Home
    home_lead, home_how_far, home_stories, home_stories_lead, how_to_read, how_to_read_states, how_to_read_rate,
    how_to_read_missing, recorded_of, recorded_head,
    // Plan
    about_plan, plan_structure, plan_overview, plan_source,
    no_lead, examples, lead, related, label_yes, label_no,
    // Item
    sheet, overview, as_of, current, problems, reform, indicator_table,
    actions, action, served, plan_row, result_row, schedule_empty,
    evaluation, tally_row, analysis, issues, response, narrative_missing, no_indicators, previous,
    next, overview_missing, actions_missing, kgi_linked,
    // Indicator
    table_caption, about_indicator, where_from, official, press,
    other_source, retrieved,
    working_head, working_verdict, working_range, working_rate, working_done, trend, trend_last_year, trend_baseline,
    trend_needed, kgi_served_by, heat_caption, heat_head,
    original_target, originally, judged_originally, revisions_head, revision_change, decided_by, reason,
    method_head, method_lead, method_case, method_at_least, method_at_most, method_between, method_ratio,
    method_inverse, method_gap,
    // Sentences of states
    sentence_gap, sentence_pending, sentence_awaiting_settlement, sentence_not_surveyed,
    sentence_not_applicable, sentence_discontinued, sentence_not_recorded,
    // Grades
    graded, grades_head, grade_at_least, grade_rest, working_grade, working_rest, grades_words,
    grade_count, grade_none,
    // Rules
    rules_head, rules_menu, rules_lead, rules_default, rules_caption, rules_compared,
    rules_differing, rules_same, rule_in_force, rule_in_force_means, rule_original,
    rule_original_means, rule_eighty, rule_eighty_means, rule_on_path, rule_on_path_means,
    rule_better, rule_better_means,
    // What is to come
    pending_menu, pending_head, pending_lead, pending_none, pending_due, pending_undated,
    pending_state, pending_value, pending_not_recorded_head, pending_not_final, pending_not_recorded,
    // Divisions and labels
    organisations, organisations_lead, organisation_lead, organisation_became,
    organisation_formerly, organisation_none, items_lead, items_related, label_items,
    // Opinions
    opinions_menu, opinions_head, opinions_lead, opinions_counts, opinions_unanswered,
    opinions_all_answered, opinions_all, meetings, meeting_date, meeting_themes, meeting_opinions,
    meeting_no_opinions, opinion, opinion_response, opinion_follow_up,
    opinion_about, response_given, response_awaited, response_not_recorded, follow_up_planned,
    follow_up_under_way, follow_up_done, follow_up_not_adopted, item_opinions, previous_meeting,
    next_meeting,
    // Threads
    threads_head, threads_menu, threads_lead, thread_head, thread_link, thread_sheet,
    thread_to_next, thread_changes, thread_no_changes, thread_next_open, thread_last, recurring,
    raised_in, issue_state, issue_resolved, issue_open, flags, no_flags, flag_same_issue,
    flag_nothing_revised, change_revised, change_added, action_added,
    // Lineage
    lineage_head, lineage_menu, lineage_lead, lineage_new_head, lineage_before, lineage_after,
    lineage_relation, lineage_none, continued, split, merged, regrouped, new_item, ended,
    kin_before, kin_after, kin_redefined, kin_same, before_redefined, chart_redefined,
    chart_plan_begins, chart_before, chart_past,
    // Schedule and sheet
    one_quarter, many_quarters, slip_none, slip_missing, slip_begin_late, slip_begin_early,
    slip_end_late, slip_end_early, slip_head, schedule_caption, schedule_partial, schedule_partial_mark,
    quarter_short, sheet_caption, tallies_caption, indicator_item, baseline_year, charts_head, analysis_hint,
    issues_hint, response_hint, booklet_head, booklet_menu, booklet_lead, booklet_part_lead, booklet_goals, contents,
    // Years and lists
    year_head, year_lead, year_missed, year_achieved, year_none, year_changes, years_head,
    indicators_menu, indicators_head, indicators_lead, course, last_target, last_actual,
    at_a_glance,
    // Missing
    still_owes, missing_caption, missing_figures, missing_narratives, on_this_page,
    // Charts on other sites
    chart_svg, chart_png, embed_title, embed_head, embed_lead, embed_link,
    // Updates
    updates_head, updates_lead, corrections, correction_from, correction_to,
    // What changed between editions
    change_head, change_since, change_none, change_count, change_new_of, change_removed_of,
    change_verdicts, change_entries, change_texts, change_series, change_kind,
    change_from, change_to, change_parts, change_new_actual, change_settled, change_corrected,
    change_unexplained, change_withdrawn, change_state, change_new_target, change_target_revised,
    change_not_judged, change_new, change_changed, change_removed, change_translated, change_plan,
    change_item, change_indicator, change_meeting, change_opinion, change_organisation,
    change_page, change_term, change_name, change_summary, change_labels, change_role, change_body,
    // Lists
    narrow, narrow_found,
    // Open data
    data_head, data_lead, data_files, data_about_files, data_file, data_holds, data_format, data_each,
    data_each_example, data_own_csv, data_own_json, data_excel_head, data_excel, data_licence_head,
    data_licence, data_licence_none, data_cite_lead, data_cite, data_rules_head, data_rule_rows,
    data_rule_missing, data_rule_numbers, data_rule_form, data_region, data_columns, data_column,
    data_title, data_meaning, data_code, data_codes, data_promise_head, data_promise, data_check,
    data_feeds_head, data_feeds,
    // Glossary and 404
    glossary_lead, not_found, not_found_lead, back_home,
    // Search and accessibility
    search_menu, search_head, search_lead, search_label, search_none, search_more, search_no_script,
    search_list, search_pages, search_plan, leaves_site, accessibility_head, accessibility_lead,
    accessibility_policy, accessibility_standard, accessibility_standard_name, accessibility_level,
    accessibility_level_name, accessibility_scope, accessibility_scope_all,
    accessibility_exceptions, accessibility_no_exceptions, accessibility_by_people,
    accessibility_results, accessibility_untested, accessibility_tested, accessibility_tool,
    accessibility_result, accessibility_criteria, accessibility_criterion, accessibility_check,
    check_by_axe, check_by_browser, check_by_design, check_absent, accessibility_samples,
    accessibility_samples_lead,
}
