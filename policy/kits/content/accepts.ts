/** Whether an Accept header asks for a media type that `isWanted` knows; one that takes anything asks for nothing. */
export function accepts(accept: readonly string[], isWanted: (mediaType: string) => boolean): boolean {
  return accept
    .flatMap((line) => line.split(","))
    .some((range) => isWanted(range) && !/;\s*q\s*=\s*0(\.0*)?\s*(;|$)/i.test(range));
}
