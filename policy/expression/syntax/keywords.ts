export const typeKeywords: ReadonlySet<string> = new Set(
  "bool byte sbyte short ushort int uint long ulong float double decimal char string object void".split(" "),
);

/** The words that cannot be names; words with a meaning only in their place (var, when, nameof) are not among them. */
export const keywords: ReadonlySet<string> = new Set([
  ...typeKeywords,
  ..."abstract as base break case catch checked class const continue default delegate do else enum event".split(" "),
  ..."explicit extern false finally fixed for foreach goto if implicit in interface internal is lock".split(" "),
  ..."namespace new null operator out override params private protected public readonly ref return sealed".split(" "),
  ..."sizeof stackalloc static struct switch this throw true try typeof unchecked unsafe using virtual".split(" "),
  ..."volatile while".split(" "),
]);
