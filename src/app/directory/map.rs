//! A map drawn in dots: the coasts of North-East Asia, or of the world for a place elsewhere.

use crate::app::detail::TextLine;
use crate::app::role::Role;

const COASTS: &str = include_str!("../../../assets/coastline.txt");
/// Dots of a cell, by row and column, as Unicode numbers them (braille patterns).
const DOTS: [[u32; 2]; 4] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];

/// A place with its events.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Point {
    /// Degrees north.
    pub(super) lat: f32,
    /// Degrees east.
    pub(super) lon: f32,
    /// Events there.
    pub(super) count: usize,
}

/// What the map shows, in degrees: west, east, south, north.
#[derive(Clone, Copy)]
struct Window {
    west: f32,
    east: f32,
    south: f32,
    north: f32,
}

const REGION: Window = Window {
    west: 112.0,
    east: 150.0,
    south: 27.0,
    north: 48.0,
};
const WORLD: Window = Window {
    west: -175.0,
    east: 180.0,
    south: -50.0,
    north: 72.0,
};

impl Window {
    fn holds(self, point: Point) -> bool {
        (self.west..=self.east).contains(&point.lon)
            && (self.south..=self.north).contains(&point.lat)
    }

    /// Cells for this window in at most so many, true to shape in its middle latitude. A cell is
    /// twice as high as it is wide.
    fn cells(self, width: usize, height: usize) -> (usize, usize) {
        let middle = f32::midpoint(self.south, self.north).to_radians().cos();
        let shape = (self.north - self.south) / ((self.east - self.west) * middle) / 2.0;
        let wanted = (width as f32 * shape).round() as usize;
        if wanted <= height {
            (width, wanted.max(1))
        } else {
            (
                ((height as f32 / shape).round() as usize).clamp(1, width),
                height,
            )
        }
    }
}

/// The map in at most `width` × `height` cells; nothing where that is too small to tell anything.
pub(super) fn draw(points: &[Point], here: Point, width: usize, height: usize) -> Vec<TextLine> {
    if width < 24 || height < 6 {
        return Vec::new();
    }
    let region = REGION.holds(here);
    let window = if region { REGION } else { WORLD };
    let mut canvas = Canvas::new(window, window.cells(width, height));
    for line in coasts(region) {
        let dots: Vec<(f32, f32)> = line
            .filter_map(|(lon, lat)| Some(canvas.dot(lon?, lat?)))
            .collect();
        for pair in dots.windows(2) {
            // A step over half the map is the coast going around the back of the world.
            if (pair[1].0 - pair[0].0).abs() < canvas.width as f32 {
                canvas.line(pair[0], pair[1]);
            }
        }
    }
    let most = points
        .iter()
        .map(|point| point.count)
        .max()
        .unwrap_or(1)
        .max(1);
    let mut by_count: Vec<&Point> = points
        .iter()
        .filter(|point| window.holds(**point))
        .collect();
    by_count.sort_by_key(|point| point.count);
    for point in by_count {
        let share = (point.count as f32 / most as f32).sqrt();
        let sign = match share {
            0.5.. => '●',
            0.15.. => '•',
            _ => '·',
        };
        canvas.sign(*point, sign, Role::Place);
    }
    canvas.sign(here, '◉', Role::Mark);
    canvas.lines()
}

/// The lines of the map as longitude and latitude; an unreadable number is `None`.
fn coasts(region: bool) -> impl Iterator<Item = impl Iterator<Item = (Option<f32>, Option<f32>)>> {
    let (near, world) = COASTS.split_once("\nworld\n").unwrap_or((COASTS, ""));
    let lines = if region { near } else { world };
    lines
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            line.split(' ')
                .filter_map(|pair| pair.split_once(','))
                .map(|(lon, lat)| (lon.parse().ok(), lat.parse().ok()))
        })
}

/// Cells with dots and signs.
struct Canvas {
    window: Window,
    width: usize,
    height: usize,
    dots: Vec<u32>,
    signs: Vec<Option<(char, Role)>>,
}

impl Canvas {
    fn new(window: Window, (width, height): (usize, usize)) -> Self {
        Self {
            window,
            width,
            height,
            dots: vec![0; width * height],
            signs: vec![None; width * height],
        }
    }

    /// Where a position lies, in dots from the upper left corner; may be outside.
    fn dot(&self, lon: f32, lat: f32) -> (f32, f32) {
        let Window {
            west,
            east,
            south,
            north,
        } = self.window;
        let x = (lon - west) / (east - west) * (self.width * 2) as f32;
        let y = (north - lat) / (north - south) * (self.height * 4) as f32;
        (x, y)
    }

    fn line(&mut self, (x0, y0): (f32, f32), (x1, y1): (f32, f32)) {
        let steps = (x1 - x0)
            .abs()
            .max((y1 - y0).abs())
            .ceil()
            .clamp(1.0, 4000.0) as u16;
        for step in 0..=steps {
            let part = f32::from(step) / f32::from(steps);
            self.set(x0 + (x1 - x0) * part, y0 + (y1 - y0) * part);
        }
    }

    fn set(&mut self, x: f32, y: f32) {
        if x < 0.0 || y < 0.0 {
            return;
        }
        let (x, y) = (x as usize, y as usize);
        if x / 2 < self.width && y / 4 < self.height {
            self.dots[y / 4 * self.width + x / 2] |= DOTS[y % 4][x % 2];
        }
    }

    fn sign(&mut self, point: Point, sign: char, role: Role) {
        let (x, y) = self.dot(point.lon, point.lat);
        if x >= 0.0 && y >= 0.0 {
            let (x, y) = (x as usize / 2, y as usize / 4);
            if x < self.width && y < self.height {
                self.signs[y * self.width + x] = Some((sign, role));
            }
        }
    }

    fn lines(&self) -> Vec<TextLine> {
        let rows = self
            .dots
            .chunks(self.width)
            .zip(self.signs.chunks(self.width));
        rows.map(|(dots, signs)| {
            let mut line = TextLine::default();
            for (dots, sign) in dots.iter().zip(signs) {
                let blank = || {
                    char::from_u32(0x2800 + dots)
                        .filter(|_| *dots > 0)
                        .unwrap_or(' ')
                };
                let (c, role) = sign.unwrap_or_else(|| (blank(), Role::Dim));
                match line.pieces.last_mut() {
                    Some((last, text)) if *last == role => text.push(c),
                    _ => line.pieces.push((role, c.to_string())),
                }
            }
            line
        })
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_keeps_to_its_cells_and_marks_the_place() {
        let seoul = Point {
            lat: 37.6,
            lon: 127.0,
            count: 9,
        };
        let washington = Point {
            lat: 38.9,
            lon: -77.0,
            count: 4,
        };
        for (width, height) in [(24, 6), (46, 20), (200, 12), (80, 60)] {
            for here in [seoul, washington] {
                let lines = draw(&[seoul, washington], here, width, height);
                assert!(lines.len() <= height && !lines.is_empty());
                let text: Vec<String> = lines.iter().map(TextLine::text).collect();
                assert!(text.iter().all(|line| line.chars().count() <= width));
                assert_eq!(text.concat().matches('◉').count(), 1);
            }
        }
    }

    #[test]
    fn every_number_of_the_asset_can_be_read() {
        for region in [true, false] {
            let all: Vec<_> = coasts(region).flatten().collect();
            assert!(all.len() > 300);
            assert!(all.iter().all(|(lon, lat)| lon.is_some() && lat.is_some()));
        }
    }
}
