//! In: the rows of the table. Out: a workbook of them, with a sheet that says what the columns mean.
//! Never: a merged cell, or the time of the build; the workbook was made on the date of the edition.

use super::observations;
use crate::contract::{COLUMNS, Kind, Row};
use crate::model::{Date, Site};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError}; // workbooks; its only home

pub(super) fn workbook(site: &Site) -> Vec<u8> {
    let rows: Vec<Row> = observations::all(site).collect();
    written(&rows, site.settings.edition.date)
        .expect("memory takes everything, and a table is smaller than a sheet")
}

fn written(rows: &[Row], edition: Date) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let year = u16::try_from(edition.year).unwrap_or_default();
    let made = ExcelDateTime::from_ymd(year, edition.month, edition.day.unwrap_or(1))?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    observations(workbook.add_worksheet(), rows)?;
    columns(workbook.add_worksheet())?;
    workbook.save_to_buffer()
}

fn observations(sheet: &mut Worksheet, rows: &[Row]) -> Result<(), XlsxError> {
    sheet.set_name("observations")?.set_freeze_panes(1, 0)?;
    for (at, column) in (0..).zip(COLUMNS) {
        sheet.write_with_format(0, at, column.name, &Format::new().set_bold())?;
    }
    for (line, row) in (1..).zip(rows) {
        for (at, (column, cell)) in (0..).zip(COLUMNS.iter().zip(cells(row))) {
            match column.kind {
                _ if cell.is_empty() => continue,
                Kind::Number | Kind::Year => number(sheet, line, at, &cell)?,
                Kind::Text | Kind::Codes(_) => drop(sheet.write(line, at, cell)?),
            }
        }
    }
    Ok(())
}

/// A sheet holds doubles. The format shows as many decimals as were written: 12.50 stays 12.50.
fn number(sheet: &mut Worksheet, line: u32, at: u16, cell: &str) -> Result<(), XlsxError> {
    let decimals = cell.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let shown = if decimals == 0 { "0".to_string() } else { format!("0.{}", "0".repeat(decimals)) };
    match cell.parse::<f64>() {
        Ok(value) => sheet.write_with_format(line, at, value, &Format::new().set_num_format(shown)),
        Err(_) => sheet.write(line, at, cell),
    }
    .map(drop)
}

fn columns(sheet: &mut Worksheet) -> Result<(), XlsxError> {
    sheet.set_name("columns")?.set_freeze_panes(1, 0)?;
    let heads = ["name", "title_ja", "title_en", "meaning_ja", "meaning_en"];
    for (at, head) in (0..).zip(heads) {
        sheet.write_with_format(0, at, head, &Format::new().set_bold())?;
    }
    for (line, column) in (1..).zip(COLUMNS) {
        let (title, meaning) = (column.title, column.meaning);
        let cells = [column.name, title.ja, title.en, meaning.ja, meaning.en];
        for (at, cell) in (0..).zip(cells) {
            sheet.write(line, at, cell)?;
        }
    }
    Ok(())
}

/// The cells of a row in the order of the columns: the row of the CSV, read back.
fn cells(row: &Row) -> Vec<String> {
    let mut table = Vec::new();
    observations::csv(std::iter::once(row), &mut table).expect("memory takes everything");
    let mut lines = csv::ReaderBuilder::new().from_reader(table.as_slice());
    let first = lines.records().next().and_then(Result::ok).unwrap_or_default();
    first.iter().map(str::to_string).collect()
}
