//! How good an order is, and how sure a mean over people.

/// A mean over simulated people and its 95 % interval.
#[derive(Clone, Copy, Debug)]
pub struct Estimate {
    /// The mean.
    pub mean: f64,
    /// Half of the 95 % interval: 1.96 standard errors.
    pub half_width: f64,
}

impl Estimate {
    /// The mean of one value a person.
    pub fn of(values: &[f64]) -> Self {
        let n = values.len() as f64;
        let mean = values.iter().sum::<f64>() / n;
        let variance = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / (n - 1.0);
        Self { mean, half_width: 1.96 * (variance / n).sqrt() }
    }
}

/// NDCG of the first five, with gains 5, 4, 3, 2, 1 for the true first five and 0 otherwise
/// (Järvelin & Kekäläinen, 2002). `order` names the situations from the top.
pub fn ndcg_5(order: &[usize], truth: &[f64]) -> f64 {
    let mut best: Vec<usize> = (0..truth.len()).collect();
    best.sort_by(|&a, &b| truth[b].total_cmp(&truth[a]));
    let gain = |situation: usize| {
        let place = best.iter().take(5).position(|&other| other == situation);
        place.map_or(0.0, |place| 5.0 - place as f64)
    };
    let discounted = |order: &[usize]| -> f64 {
        let places = order.iter().take(5).enumerate();
        places.map(|(place, &situation)| gain(situation) / (place as f64 + 2.0).log2()).sum()
    };
    discounted(order) / discounted(&best)
}

/// Kendall's τ between an order and the truth, over all pairs (Kendall, 1938).
pub fn kendall_tau(order: &[usize], truth: &[f64]) -> f64 {
    let (mut agree, mut pairs) = (0.0, 0.0);
    for (place, &above) in order.iter().enumerate() {
        for &below in &order[place + 1..] {
            agree += (truth[above] - truth[below]).signum();
            pairs += 1.0;
        }
    }
    agree / pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_true_order_is_perfect_and_its_reverse_is_not() {
        let truth = [9.0, 8.0, 7.0, 6.0, 5.0, 4.0, 3.0];
        let (right, wrong): (Vec<usize>, Vec<usize>) = ((0..7).collect(), (0..7).rev().collect());
        assert!((ndcg_5(&right, &truth) - 1.0).abs() < 1e-12);
        assert!((kendall_tau(&right, &truth) - 1.0).abs() < 1e-12);
        assert!((kendall_tau(&wrong, &truth) + 1.0).abs() < 1e-12);

        // Reversed, 1 stands third, 2 fourth, 3 fifth: 1/2 + 2/2.3219 + 3/2.5850 = 2.5219 of
        // 5 + 4/1.5850 + 3/2 + 2/2.3219 + 1/2.5850 = 10.2719.
        assert!((ndcg_5(&wrong, &truth) - 0.245_51).abs() < 1e-4);
    }

    #[test]
    fn an_estimate_is_a_mean_with_its_standard_error() {
        let estimate = Estimate::of(&[1.0, 2.0, 3.0]); // sd 1, standard error 1/sqrt(3)
        assert!((estimate.mean - 2.0).abs() < 1e-12);
        assert!((estimate.half_width - 1.96 / 3.0_f64.sqrt()).abs() < 1e-12);
    }
}
