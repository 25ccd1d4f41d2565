/** A moment as ARM writes it: "2030-01-31T23:59:59Z". */
export const utc = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;
