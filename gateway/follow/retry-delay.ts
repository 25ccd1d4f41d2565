const firstMs = 100;
const maxMs = 10_000;

/** How long to wait before the next try: not at all after a first failure, then doubling, with jitter against herds. */
export function retryDelayMs(failures: number, random: () => number = Math.random): number {
  if (failures <= 1) return 0;
  const ceiling = Math.min(maxMs, firstMs * 2 ** Math.min(failures - 1, 20));
  return Math.round(ceiling / 2 + (random() * ceiling) / 2);
}
