"""ranking.md: the order of risk situations and what stands beside it. Floats throughout."""

from datetime import timedelta
from itertools import combinations
from math import sqrt

M = 8
TAU = 0.5
SIGMA = 1.9
STRONG = 7


def situations_of(journey, substance):
    """The person's list: (id or words) → own rating and pin (R1)."""
    listed = {}
    for s in journey.substances[substance].get("situation", []):
        listed[s.get("id") or s["words"].strip()] = (s.get("rating"), s.get("pinned", False))
    for e in journey.episodes(substance):
        for name in e.situations:
            listed.setdefault(name, (None, False))
    return listed


def offsets(listed, defaults):
    """d_k: the default pattern centred over the list, and own ratings around their mean."""
    centre = 0.0
    if defaults and listed:
        centre = sum(defaults.get(k, 0.0) for k in listed) / len(listed)
    rated = [own for own, _ in listed.values() if own is not None]
    mean_own = (2 * 5 + sum(rated)) / (2 + len(rated))
    return {
        k: (0.6 * (defaults.get(k, 0.0) - centre) if defaults else 0.0)
        + (0.18 * (own - mean_own) if own is not None else 0.0)
        for k, (own, _) in listed.items()
    }


def tally(listed, rated):
    """n_k and S_k over (craving, situations) of the rated episodes."""
    n, total = dict.fromkeys(listed, 0), dict.fromkeys(listed, 0)
    for craving, present in rated:
        for k in present:
            n[k] += 1
            total[k] += craving
    return n, total


def person_mean(rated):
    return (2 * 5 + sum(y for y, _ in rated)) / (2 + len(rated))


def trust(mean, d, n, total):
    top = bottom = 1.0
    for k in d:
        if n[k]:
            w = 1 / (TAU**2 + SIGMA**2 / n[k])
            top += w * d[k] * (total[k] / n[k] - mean)
            bottom += w * d[k] ** 2
    return min(2.0, max(0.0, top / bottom))


def solve(matrix, right):
    """Gauss with the largest pivot; small systems only."""
    size = len(right)
    rows = [[*row, value] for row, value in zip(matrix, right)]
    for i in range(size):
        pivot = max(range(i, size), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(i + 1, size):
            factor = rows[r][i] / rows[i][i]
            rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
    answer = [0.0] * size
    for i in reversed(range(size)):
        rest = sum(rows[i][j] * answer[j] for j in range(i + 1, size))
        answer[i] = (rows[i][size] - rest) / rows[i][i]
    return answer


def contributions(rated, prior):
    """Posterior means of β in y = a + Σβx + e; a ~ N(5, 2²), β ~ N(prior, 1), e ~ N(0, σ²)."""
    names = list(prior)
    column = {k: i + 1 for i, k in enumerate(names)}
    size = len(names) + 1
    matrix = [[0.0] * size for _ in range(size)]
    right = [0.0] * size
    matrix[0][0], right[0] = 1 / 2**2, 5 / 2**2
    for k in names:
        matrix[column[k]][column[k]], right[column[k]] = 1.0, prior[k]
    for craving, present in rated:
        row = [0, *(column[k] for k in present)]
        for i in row:
            right[i] += craving / SIGMA**2
            for j in row:
                matrix[i][j] += 1 / SIGMA**2
    means = solve(matrix, right)
    return {k: means[column[k]] for k in names}


def chance(used, logs, used_all, logs_all):
    p = (used_all + 1) / (logs_all + 2)
    show = "percent" if logs >= 20 else "counts" if logs >= 5 else "nothing"
    return {"used": used, "logs": logs, "mean": (2 * p + used) / (2 + logs), "show": show}


def confidence(n):
    return "low" if n < 5 else "medium" if n < 20 else "high"


def is_own(k):
    return ":" not in k


def named(k):
    return {"own": True, "label": k} if is_own(k) else {"own": False, "id": k}


def situations(journey, substance):
    pack = journey.packs[substance]
    listed = situations_of(journey, substance)
    episodes = journey.episodes(substance)
    defaults = {
        k: s.default for k, s in pack.situations.items() if s.default is not None
    }
    rated = [
        (e.craving, e.situations) for e in episodes if e.craving is not None and e.situations
    ]
    n, total = tally(listed, rated)
    mean, d = person_mean(rated), offsets(listed, defaults)
    fit = trust(mean, d, n, total)
    logs = {k: [e for e in episodes if k in e.situations] for k in listed}
    uses = {k: sum(e.used == "yes" for e in logs[k]) for k in listed}
    somewhere = [e for e in episodes if e.situations]
    used_all = sum(e.used == "yes" for e in somewhere)
    score = {k: (M * (mean + fit * d[k]) + total[k]) / (M + n[k]) for k in listed}
    half = {k: 1.28 * SIGMA / sqrt(M + n[k]) for k in listed}
    share = contributions(rated, {k: fit * d[k] for k in listed})
    order = sorted(
        listed, key=lambda k: (not listed[k][1], -score[k], -len(logs[k]), is_own(k), k)
    )
    places = [
        {
            "place": place,
            **named(k),
            "score": score[k],
            "low": score[k] - half[k],
            "high": score[k] + half[k],
            "shown": min(10.0, max(0.0, score[k])),
            "mean": total[k] / n[k] if n[k] else None,
            "rated": n[k],
            "logs": len(logs[k]),
            "own_rating": listed[k][0],
            "pinned": listed[k][1],
            "confidence": confidence(n[k]),
            "contribution": share[k],
            "chance": chance(uses[k], len(logs[k]), used_all, len(somewhere)),
        }
        for place, k in enumerate(order, 1)
    ]
    return {
        "substance": substance,
        "mean": mean,
        "trust": fit,
        "rated": len(rated),
        "places": places,
        "rare_but_strong": [
            named(k) for k in order if (listed[k][0] or 0) >= 8 and len(logs[k]) < 3
        ],
        "automatic": automatic(order, logs),
        **pairs(order, logs),
        "suggestions": suggestions(journey, episodes, listed, pack),
    }


def automatic(order, logs):
    found = []
    for place, k in enumerate(order):
        latest = sorted(logs[k], key=lambda e: (e.when.instant, e.order))[-5:]
        used = sum(e.used == "yes" for e in latest)
        if used >= 3:
            found.append((-used, -len(logs[k]), place, {**named(k), "used": used, "logs": len(latest)}))
    return [row for *_, row in sorted(found, key=lambda f: f[:3])]


def pairs(order, logs):
    together, seen = [], []
    sets = {k: {e.order for e in logs[k]} for k in order}
    for a, b in combinations(order, 2):
        both, either = len(sets[a] & sets[b]), len(sets[a] | sets[b])
        level = None
        if both * 10 >= either * 8 and min(len(sets[a]), len(sets[b])) >= 5:
            level = "hard_to_tell_apart"
        elif both >= 3 and both * 10 >= either * 6:
            level = "often"
        pair = {"a": named(a), "b": named(b)}
        if level:
            together.append({**pair, "both": both, "either": either, "level": level})
        if both >= 5:
            used = sum(e.used == "yes" for e in logs[a] if e.order in sets[b])
            seen.append({**pair, "used": used, "logs": both})
    return {"together": together, "combinations": seen}


def suggestions(journey, episodes, listed, pack):
    first = journey.today - timedelta(days=27)
    recent = [e for e in episodes if first <= e.when.day <= journey.today]
    strong = [e for e in recent if e.used == "yes" or (e.craving or 0) >= STRONG]
    others = len(recent) - len(strong)
    covered = set().union(*(pack.situations[k].covers for k in listed if k in pack.situations))
    found = []
    for c in {c for e in strong for c in e.circumstances} - covered:
        if ":thought." in c:
            continue
        there = sum(c in e.circumstances for e in strong)
        elsewhere = sum(c in e.circumstances for e in recent) - there
        # there/strong ≥ 1.5 · elsewhere/others, without dividing
        if there >= 4 and 2 * there * others >= 3 * elsewhere * len(strong):
            found.append((-there, c))
    return [{**named(c), "logs": -count} for count, c in sorted(found)]
