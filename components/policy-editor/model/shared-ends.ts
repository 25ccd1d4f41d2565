/** So many characters are compared at once, which costs as much as one by itself. */
const stride = 1_024;

/** How many characters two texts begin with that are the same. */
export function sharedStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same + stride <= most && a.slice(same, same + stride) === b.slice(same, same + stride)) same += stride;
  while (same < most && a[same] === b[same]) same++;
  return same;
}

/** How many they end with, looking at so many at most. */
export function sharedEnd(a: string, b: string, most: number): number {
  const alike = (from: number, to: number) =>
    a.slice(a.length - to, a.length - from) === b.slice(b.length - to, b.length - from);
  let same = 0;
  while (same + stride <= most && alike(same, same + stride)) same += stride;
  while (same < most && a[a.length - 1 - same] === b[b.length - 1 - same]) same++;
  return same;
}
