export type Weight<T> = (before: T, after: T) => number;

const mostPairs = 1_500_000;

/** Pairs of two lists in the order of both, so that their weights sum up to the most there can be; 0 is no pair. */
export function alignSiblings<T>(before: readonly T[], after: readonly T[], weight: Weight<T>): [T, T][] {
  if (before.length * after.length > mostPairs) return alignRoughly(before, after, weight);
  const width = after.length + 1;
  const best = new Float64Array((before.length + 1) * width);
  const weights = new Float64Array(before.length * after.length);
  for (let i = before.length - 1; i >= 0; i--) {
    for (let j = after.length - 1; j >= 0; j--) {
      const own = weight(before[i] as T, after[j] as T);
      weights[i * after.length + j] = own;
      const paired = own > 0 ? own + at(best, (i + 1) * width + j + 1) : 0;
      best[i * width + j] = Math.max(paired, at(best, (i + 1) * width + j), at(best, i * width + j + 1));
    }
  }
  const pairs: [T, T][] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    const own = at(weights, i * after.length + j);
    const here = at(best, i * width + j);
    if (own > 0 && here === own + at(best, (i + 1) * width + j + 1)) {
      pairs.push([before[i++] as T, after[j++] as T]);
    } else if (here === at(best, (i + 1) * width + j)) i++;
    else j++;
  }
  return pairs;
}

const at = (numbers: Float64Array, index: number): number => numbers[index] as number;

/** For lists that nobody writes by hand: each is paired with the next one that it goes with. */
function alignRoughly<T>(before: readonly T[], after: readonly T[], weight: Weight<T>): [T, T][] {
  const pairs: [T, T][] = [];
  const reach = 200;
  let from = 0;
  for (const one of before) {
    let found = -1;
    let most = 0;
    for (let j = from; j < Math.min(after.length, from + reach); j++) {
      const own = weight(one, after[j] as T);
      if (own > most) [found, most] = [j, own];
    }
    if (found < 0) continue;
    pairs.push([one, after[found] as T]);
    from = found + 1;
  }
  return pairs;
}
