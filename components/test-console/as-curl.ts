import type { Pair } from "../ui/key-value-editor";

const plain = /^[A-Za-z0-9_/:=.,@%+-]+$/;
const quote = (text: string): string => (plain.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

/** The request as a command. A key that only the server knows stands in it as the name of a shell variable. */
export function asCurl(request: {
  method: string;
  url: string;
  headers: readonly Pair[];
  keyHeader: string | null;
  body: string | null;
}): string {
  const parts = [`curl ${request.method === "GET" ? "" : `-X ${quote(request.method)} `}${quote(request.url)}`];
  for (const { key, value } of request.headers) parts.push(`-H ${quote(`${key}: ${value}`)}`);
  if (request.keyHeader !== null) parts.push(`-H "${request.keyHeader}: $SUBSCRIPTION_KEY"`);
  if (request.body !== null && request.body !== "") parts.push(`--data-raw ${quote(request.body)}`);
  return parts.join(" \\\n  ");
}
