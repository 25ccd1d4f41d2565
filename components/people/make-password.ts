const bytes = 15;

/** 120 random bits, as text that can be typed if it must be. */
export function makePassword(): string {
  const random = crypto.getRandomValues(new Uint8Array(bytes));
  return btoa(String.fromCharCode(...random))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}
