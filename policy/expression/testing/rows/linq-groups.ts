import type { Row } from "./row";

const words = 'new[] { "apple", "avocado", "bean", "cherry", "beet" }';
const text = (sequence: string) => `string.Join(",", ${sequence})`;
const orders = 'new[] { new { Who = 1, What = "pen" }, new { Who = 2, What = "ink" }, new { Who = 1, What = "pad" } }';
const people = 'new[] { new { Id = 1, Name = "Ann" }, new { Id = 2, Name = "Bob" }, new { Id = 3, Name = "Cid" } }';

/** GroupBy, ToLookup, Join and GroupJoin. */
export const rows: readonly Row[] = [
  [text(`${words}.GroupBy(w => w[0]).Select(g => g.Key + ":" + g.Count())`), "a:2,b:2,c:1"],
  [text(`${words}.GroupBy(w => w[0]).First()`), "apple,avocado"],
  [text(`${words}.GroupBy(w => w[0], w => w.Length).Select(g => g.Sum())`), "12,8,6"],
  [text(`${words}.GroupBy(w => w.Length, (key, all) => key + "=" + all.Count())`), "5=1,7=1,4=2,6=1"],
  [text(`${words}.GroupBy(w => w[0], w => w.Length, (key, all) => key + "" + all.Max())`), "a7,b4,c6"],
  [
    text('new[] { "a", "A", "b" }.GroupBy(w => w, StringComparer.OrdinalIgnoreCase).Select(g => g.Key + g.Count())'),
    "a2,b1",
  ],
  [
    text('new[] { 1, 2, 3, 4, 5 }.GroupBy(x => x % 2 == 0).OrderBy(g => g.Key).Select(g => g.Key + ":" + g.Sum())'),
    "False:9,True:6",
  ],
  [
    `{ var t = ""; foreach (var g in ${words}.GroupBy(w => w[0])) { foreach (var w in g) { t += g.Key + w.Substring(1, 1); } } return t; }`,
    "apavbebech",
  ],
  [`${words}.GroupBy(w => new { First = w[0], Long = w.Length > 4 }).Count()`, "3"],
  [`${words}.GroupBy(w => w[0]).ToDictionary(g => g.Key, g => g.ToList())['b'][1]`, "beet"],
  [`${words}.ToLookup(w => w[0]).Count`, "3"],
  [text(`${words}.ToLookup(w => w[0])['b']`), "bean,beet"],
  [text(`${words}.ToLookup(w => w[0])['z']`), ""],
  [`${words}.ToLookup(w => w[0]).Contains('c')`, "True"],
  [text(`${words}.ToLookup(w => w[0], w => w.Length)['a']`), "5,7"],
  [
    text(`${orders}.Join(${people}, o => o.Who, p => p.Id, (o, p) => p.Name + " " + o.What)`),
    "Ann pen,Bob ink,Ann pad",
  ],
  [text(`${people}.GroupJoin(${orders}, p => p.Id, o => o.Who, (p, all) => p.Name + all.Count())`), "Ann2,Bob1,Cid0"],
  [
    text(
      `new[] { "a", null }.Join(new[] { "A", null }, x => x, y => y, (x, y) => x + y, StringComparer.OrdinalIgnoreCase)`,
    ),
    "aA",
  ],
  [
    text(
      `${people}.GroupJoin(${orders}, p => p.Id, o => o.Who, (p, all) => new { p, all }).SelectMany(x => x.all.DefaultIfEmpty(), (x, o) => x.p.Name + (o == null ? "-" : o.What))`,
    ),
    "Annpen,Annpad,Bobink,Cid-",
  ],
];
