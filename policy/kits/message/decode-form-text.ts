/** A name or value as a query or a form writes it; what is not well encoded stays as it is. */
export function decodeFormText(text: string): string {
  const spaced = text.replaceAll("+", " ");
  if (!spaced.includes("%")) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
}
