//! Draws what a call costs in each arm.
//!
//!     msdk-bench-chart FILE < ARMS
//!
//! Each line of ARMS is the name of an arm, the instructions of a small call, and those of one with fifty friends.

use std::{error::Error, io, ops::Range};

use plotters::prelude::*;

const SIZE: (u32, u32) = (900, 460);
const SMALL: RGBColor = RGBColor(0x2a, 0x6f, 0xbb);
const FRIENDS: RGBColor = RGBColor(0xe0, 0x8a, 0x1e);
/// The part of an arm's row that a bar fills.
const BAR: f64 = 0.36;

struct Arm {
    name: String,
    small: f64,
    friends: f64,
}

fn main() -> Result<(), Box<dyn Error>> {
    let file = std::env::args().nth(1).ok_or("usage: msdk-bench-chart FILE < ARMS")?;
    let arms = io::stdin().lines().map(|line| arm(&line?)).collect::<Result<Vec<_>, _>>()?;
    draw(&file, &arms)
}

fn arm(line: &str) -> Result<Arm, Box<dyn Error>> {
    let mut words = line.split(' ');
    let mut next = || words.next().ok_or("a line has three words");
    Ok(Arm { name: next()?.to_owned(), small: next()?.parse()?, friends: next()?.parse()? })
}

fn draw(file: &str, arms: &[Arm]) -> Result<(), Box<dyn Error>> {
    let area = SVGBackend::new(file, SIZE).into_drawing_area();
    area.fill(&WHITE)?;
    let most = arms.iter().map(|arm| arm.friends.max(arm.small)).fold(0.0, f64::max);
    #[expect(clippy::cast_precision_loss, reason = "there are few arms")]
    let rows = 0.0..arms.len() as f64;
    let mut chart = ChartBuilder::on(&area)
        .caption("Instructions of one call, in thousands", ("sans-serif", 20))
        .margin(12)
        .x_label_area_size(30)
        .y_label_area_size(130)
        .build_cartesian_2d(0.0..most / 1000.0 * 1.05, rows.clone())?;
    chart.configure_mesh().disable_y_mesh().disable_y_axis().draw()?;
    for (row, arm) in (0_u32..).zip(arms.iter().rev()) {
        let middle = f64::from(row) + 0.5;
        for (count, color, height) in
            [(arm.small, SMALL, middle..middle + BAR), (arm.friends, FRIENDS, middle - BAR..middle)]
        {
            chart.draw_series([bar(count, &height, color)])?;
        }
        let at = chart.backend_coord(&(0.0, middle));
        let style = ("sans-serif", 14).into_text_style(&area);
        let label = style.pos(plotters::style::text_anchor::Pos::new(
            plotters::style::text_anchor::HPos::Right,
            plotters::style::text_anchor::VPos::Center,
        ));
        area.draw(&Text::new(arm.name.clone(), (at.0 - 8, at.1), label))?;
    }
    for (name, color) in [("no friends", SMALL), ("50 friends", FRIENDS)] {
        chart
            .draw_series([bar(0.0, &(rows.start..rows.start), color)])?
            .label(name)
            .legend(move |(x, y)| Rectangle::new([(x, y - 5), (x + 12, y + 5)], color.filled()));
    }
    chart.configure_series_labels().border_style(BLACK).background_style(WHITE).draw()?;
    area.present()?;
    Ok(())
}

fn bar(count: f64, rows: &Range<f64>, color: RGBColor) -> Rectangle<(f64, f64)> {
    Rectangle::new([(0.0, rows.start), (count / 1000.0, rows.end)], color.filled())
}
