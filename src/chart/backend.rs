//! In: what plotters draws of the mesh. Out: gridlines, tick labels and year labels at their places.
//! Never: a colour, a font, a pixel. Strokes of the axes are let go: the zero line is ours to draw.

use std::convert::Infallible;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use super::geometry::Point;
use super::text;

/// What plotters has drawn so far.
#[derive(Debug, Default)]
pub(super) struct Sketch {
    /// Heights of the gridlines.
    pub grid: Vec<i32>,
    /// Labels of the value axis; the point is the end of the baseline.
    pub ticks: Vec<(Point, String)>,
    /// Labels of the years; the point is the middle of the baseline.
    pub years: Vec<(Point, String)>,
}

/// The paper plotters draws on, in tenths of a unit.
pub(super) struct Paper<'a> {
    pub sketch: &'a mut Sketch,
    pub width: u32,
    pub height: u32,
}

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

impl DrawingBackend for Paper<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        // One more than the drawing: plotters' last pixel is the size less one.
        (self.width + 1, self.height + 1)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        _: BackendCoord,
        style: &S,
    ) -> Drawn {
        // Axes and their ticks come transparent: `disable_y_axis()` would take the labels along.
        if style.color().alpha > 0.0 {
            self.sketch.grid.push(from.1);
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        _: I,
        _: &S,
    ) -> Drawn {
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        words: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Drawn {
        // Labels of the left axis are anchored at their end, labels below at the middle of their top.
        if matches!(style.anchor().h_pos, HPos::Right) {
            let y = y + text::HALF_DIGIT;
            self.sketch.ticks.push((Point { x, y }, words.to_owned()));
        } else {
            let y = y + text::BASELINE;
            self.sketch.years.push((Point { x, y }, words.to_owned()));
        }
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        words: &str,
        _: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        Ok((text::width(words).unsigned_abs(), text::LINE.unsigned_abs()))
    }
}
