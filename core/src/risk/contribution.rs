//! Own contribution: what each of several situations logged together adds to the craving.
//!
//! Bayesian ridge y = a + Σβx + e over the rated episodes with a situation of the list, with
//! a ~ N(5, 2²), β ~ N(λd, 1.0²), e ~ N(0, 1.9²). In information form it needs no more than the
//! counts of the tally. It explains; it must not sort.

use super::order::{MIDDLE, SIGMA};
use super::tally::Tally;

/// Standard deviation of the craving without any situation around the middle (judgement).
const BASE_SD: f64 = 2.0;
/// Standard deviation of a situation's contribution around its prior offset (judgement).
const EFFECT_SD: f64 = 1.0;

impl Tally {
    /// β of each situation in points of craving, in the order of [`listed`](Self::listed).
    /// `trust` is λ of the [`order`](Self::order).
    ///
    /// Written for craving − 5, so that the base has mean 0 and the sums stay small.
    pub fn contributions(&self, trust: f64) -> Vec<f64> {
        let size = self.listed().len();
        let noise = 1.0 / (SIGMA * SIGMA);
        let effect_precision = 1.0 / (EFFECT_SD * EFFECT_SD);
        let mut precision = Lower::zero(size + 1);
        let mut information = vec![0.0; size + 1];
        for (index, offset) in self.offsets().iter().enumerate() {
            let n = f64::from(self.rated_with(index));
            let row = precision.row_mut(index);
            for (lower, cell) in row[..index].iter_mut().enumerate() {
                *cell = noise * f64::from(self.rated_with_both(index, lower));
            }
            row[index] = effect_precision + noise * n;
            precision.row_mut(size)[index] = noise * n;
            information[index] = effect_precision * trust * offset.sum()
                + noise * (self.craving_with(index) - MIDDLE * n);
        }
        let n = f64::from(self.rated());
        precision.row_mut(size)[size] = 1.0 / (BASE_SD * BASE_SD) + noise * n;
        information[size] = noise * (self.craving() - MIDDLE * n);
        precision.factor();
        let mut solution = precision.solve(information);
        solution.truncate(size);
        solution
    }
}

/// The lower half of a symmetric positive definite matrix, row by row.
struct Lower {
    size: usize,
    cells: Vec<f64>,
}

impl Lower {
    fn zero(size: usize) -> Self {
        Self { size, cells: vec![0.0; size * (size + 1) / 2] }
    }

    fn row(&self, row: usize) -> &[f64] {
        let start = row * (row + 1) / 2;
        &self.cells[start..=start + row]
    }

    fn row_mut(&mut self, row: usize) -> &mut [f64] {
        let start = row * (row + 1) / 2;
        &mut self.cells[start..=start + row]
    }

    /// Cholesky: replaces the matrix by the L of L·Lᵀ. No pivot can be smaller than the smallest
    /// prior precision; counts that no logs can have are held to that as well.
    fn factor(&mut self) {
        for row in 0..self.size {
            let (done, rest) = self.cells.split_at_mut(row * (row + 1) / 2);
            let current = &mut rest[..=row];
            for column in 0..row {
                let start = column * (column + 1) / 2;
                let above = &done[start..=start + column];
                let rest = current[column] - dot(&current[..column], &above[..column]);
                current[column] = rest / above[column];
            }
            let pivot = current[row] - dot(&current[..row], &current[..row]);
            current[row] = pivot.max(1.0 / (BASE_SD * BASE_SD)).sqrt();
        }
    }

    /// Solves L·Lᵀ·x = b.
    fn solve(&self, mut b: Vec<f64>) -> Vec<f64> {
        for row in 0..self.size {
            let cells = self.row(row);
            b[row] = (b[row] - dot(&cells[..row], &b[..row])) / cells[row];
        }
        for row in (0..self.size).rev() {
            let cells = self.row(row);
            let value = b[row] / cells[row];
            b[row] = value;
            for (rest, cell) in b[..row].iter_mut().zip(cells) {
                *rest -= value * cell;
            }
        }
        b
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}
