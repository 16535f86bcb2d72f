//! How an image is changed.

use std::ops::Range;

use rand::RngExt;
use rand_chacha::ChaCha8Rng;

/// Most bits that are turned over at once.
const MOST_FLIPS: usize = 8;

/// A way to change an image.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Bits turned over.
    Flip,
    /// The end cut off.
    Cut,
    /// A range taken from another image.
    Splice,
    /// Rows that change places.
    Swap,
    /// Rows put back as they were earlier, but not all of them.
    PutBack,
}

impl Kind {
    pub(super) const ALL: [Self; 5] =
        [Self::Flip, Self::Cut, Self::Splice, Self::Swap, Self::PutBack];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Flip => "flip",
            Self::Cut => "cut",
            Self::Splice => "splice",
            Self::Swap => "swap",
            Self::PutBack => "put back",
        }
    }
}

/// An image, and others that parts are taken from.
pub(super) struct Images {
    /// The image that is changed.
    pub(super) now: Vec<u8>,
    /// Earlier ones and one of somebody else.
    pub(super) others: Vec<Vec<u8>>,
    /// Where its rows lie: what is sealed as one, or pieces of that.
    pub(super) rows: Vec<Range<usize>>,
    /// For each earlier image the rows that differ, as they were, and where they belong now.
    pub(super) earlier: Vec<Vec<(Range<usize>, Vec<u8>)>>,
    /// Bytes of what the storage reads at once.
    pub(super) page: usize,
}

impl Images {
    /// Images whose rows lie at the same places in all of them.
    pub(super) fn alike(
        now: Vec<u8>,
        others: Vec<Vec<u8>>,
        rows: Vec<Range<usize>>,
        page: usize,
    ) -> Self {
        let differing = |old: &Vec<u8>| {
            let there = rows
                .iter()
                .filter(|row| old.len() >= row.end && old[(*row).clone()] != now[(*row).clone()]);
            there.map(|row| (row.clone(), old[row.clone()].to_vec())).collect()
        };
        let earlier = others.iter().map(differing).collect();
        Self { now, others, rows, earlier, page }
    }

    /// The image, changed in this way.
    pub(super) fn changed(&self, kind: Kind, lots: &mut ChaCha8Rng) -> Vec<u8> {
        let mut image = self.now.clone();
        match kind {
            Kind::Flip => {
                for _ in 0..lots.random_range(1..=MOST_FLIPS) {
                    let at = lots.random_range(0..image.len());
                    image[at] ^= 1 << lots.random_range(0..8);
                }
            }
            Kind::Cut => image.truncate(self.place(image.len(), lots)),
            Kind::Splice => self.splice(&mut image, lots),
            Kind::Swap => self.swap(&mut image, lots),
            Kind::PutBack => self.put_back(&mut image, lots),
        }
        image
    }

    /// A place below this length, every second time at the start of a page.
    fn place(&self, below: usize, lots: &mut ChaCha8Rng) -> usize {
        let at = lots.random_range(0..below);
        if lots.random() { at / self.page * self.page } else { at }
    }

    /// A range from another image, every second time at the place where it lay.
    fn splice(&self, image: &mut [u8], lots: &mut ChaCha8Rng) {
        let other = &self.others[lots.random_range(0..self.others.len())];
        let from = self.place(other.len(), lots);
        let to = if lots.random() { from } else { self.place(image.len(), lots) };
        if to >= image.len() {
            return;
        }
        let most = (other.len() - from).min(image.len() - to);
        let length = match lots.random_range(0..3) {
            0 => lots.random_range(1..=most),
            1 => self.page.min(most),
            _ => lots.random_range(1..=most.min(self.page)),
        };
        image[to..to + length].copy_from_slice(&other[from..from + length]);
    }

    fn swap(&self, image: &mut [u8], lots: &mut ChaCha8Rng) {
        for _ in 0..lots.random_range(1..=3) {
            let one = self.rows[lots.random_range(0..self.rows.len())].clone();
            let two = self.rows[lots.random_range(0..self.rows.len())].clone();
            if one.len() == two.len() {
                let was = image[one.clone()].to_vec();
                image.copy_within(two.clone(), one.start);
                image[two].copy_from_slice(&was);
            }
        }
    }

    /// Some rows of an earlier image, and at least one not.
    fn put_back(&self, image: &mut [u8], lots: &mut ChaCha8Rng) {
        let earlier = &self.earlier[lots.random_range(0..self.earlier.len())];
        if earlier.len() < 2 {
            return;
        }
        let first = lots.random_range(0..earlier.len());
        let spared = (first + lots.random_range(1..earlier.len())) % earlier.len();
        let share = [0.0, 0.5, 1.0][lots.random_range(0..3)];
        for (number, (row, was)) in earlier.iter().enumerate() {
            if number == first || (number != spared && lots.random_bool(share)) {
                image[row.clone()].copy_from_slice(was);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;

    use super::*;

    #[test]
    fn rows_are_put_back_but_never_all_of_them() {
        let rows: Vec<_> = (0..4).map(|row| row * 10..row * 10 + 10).collect();
        let images = Images::alike(vec![1; 40], vec![vec![2; 40]], rows, 20);
        for seed in 0..200 {
            let mut lots = ChaCha8Rng::seed_from_u64(seed);
            let image = images.changed(Kind::PutBack, &mut lots);
            assert!(image.contains(&1) && image.contains(&2), "seed {seed}");
        }
    }

    #[test]
    fn every_kind_changes_what_it_says() {
        let now: Vec<u8> = (0..200).collect();
        let rows: Vec<_> = (0..20).map(|row| row * 10..row * 10 + 10).collect();
        let images = Images::alike(now.clone(), vec![vec![7; 200]], rows, 20);
        for kind in Kind::ALL {
            let changed = (0..100).filter(|seed| {
                let mut lots = ChaCha8Rng::seed_from_u64(*seed);
                images.changed(kind, &mut lots) != now
            });
            assert!(changed.count() > 80, "{kind:?}");
        }
    }
}
