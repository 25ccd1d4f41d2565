import { charge, tick, tickMany } from "@/policy/expression/values/budget";

/** Up to this length the engine's own search takes time in proportion to the text, whatever the text is. */
const short = 16;
const window = 1 << 18;

/**
 * String.prototype.indexOf, which may compare every character of the one with every character of the other, in time that
 * is known beforehand and with the clock in view.
 */
export function searchText(text: string, wanted: string, start = 0): number {
  if (wanted.length > short) return search(text, wanted, Math.max(start, 0), text.length, 1);
  for (let at = Math.max(start, 0); ; at += window) {
    tick();
    const end = at + window + wanted.length;
    if (end >= text.length) return text.indexOf(wanted, at);
    tickMany(window >> 5);
    const found = text.slice(at, end).indexOf(wanted);
    if (found >= 0) return at + found;
  }
}

/** String.prototype.lastIndexOf in the same way. */
export function searchTextBackwards(text: string, wanted: string): number {
  if (wanted.length > short) return search(text, wanted, 0, text.length, -1);
  for (let end = text.length; ; end -= window) {
    tick();
    const at = end - window - wanted.length;
    if (at <= 0) return text.slice(0, end).lastIndexOf(wanted);
    tickMany(window >> 5);
    const found = text.slice(at, end).lastIndexOf(wanted);
    if (found >= 0) return at + found;
  }
}

/** After Knuth, Morris and Pratt, from the left (1) or from the right (-1) within [start, end). */
function search(text: string, wanted: string, least: number, end: number, direction: 1 | -1): number {
  const { length } = wanted;
  // Most texts do not even have its beginning.
  const start = direction === 1 ? searchText(text, wanted.slice(0, short), least) : least;
  if (start < 0 || length > end - start) return -1;
  const origin = direction === 1 ? 0 : length - 1;
  const unit = (at: number) => wanted.charCodeAt(origin + direction * at);
  charge(4 * length);
  const borders = new Int32Array(length);
  for (let at = 1, border = 0; at < length; at++) {
    tick();
    while (border > 0 && unit(at) !== unit(border)) border = borders[border - 1] as number;
    if (unit(at) === unit(border)) border++;
    borders[at] = border;
  }
  let matched = 0;
  for (let at = direction === 1 ? start : end - 1; at >= start && at < end; at += direction) {
    tick();
    const code = text.charCodeAt(at);
    while (matched > 0 && code !== unit(matched)) matched = borders[matched - 1] as number;
    if (code === unit(matched)) matched++;
    if (matched === length) return direction === 1 ? at - length + 1 : at;
  }
  return -1;
}
