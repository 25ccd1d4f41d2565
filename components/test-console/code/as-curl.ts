import { bodyOf, keyVariable, type RequestForCode } from "./request-for-code";

const plain = /^[A-Za-z0-9_/:=.,@%+-]+$/;
const quote = (text: string): string => (plain.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);
const token = /^[A-Za-z0-9_.-]+$/;

/** The request as a command. A key that only the server knows stands in it as the name of a shell variable. */
export function asCurl(request: RequestForCode): string {
  const { method, url, headers, keyHeader, bodyEncoding } = request;
  const body = bodyOf(request);
  const isBytes = body !== null && bodyEncoding === "base64";
  const verb = method === "HEAD" ? "--head " : method === "GET" && body === null ? "" : `-X ${quote(method)} `;
  // Brackets and braces in an address would be taken for ranges.
  const glob = /[[\]{}]/.test(url) ? "--globoff " : "";
  const decoded = isBytes ? `printf %s ${quote(body)} | base64 -d | ` : "";
  const parts = [`${decoded}curl ${glob}${verb}${quote(url)}`];
  // An empty value is written with a semicolon: with a colon it would take the header away.
  for (const { name, value } of headers)
    parts.push(`-H ${quote(value.trim() === "" ? `${name};` : `${name}: ${value}`)}`);
  if (keyHeader !== null) {
    parts.push(
      token.test(keyHeader) ? `-H "${keyHeader}: $${keyVariable}"` : `-H ${quote(`${keyHeader}: `)}"$${keyVariable}"`,
    );
  }
  if (body !== null) {
    // It would call any content a form.
    if (!headers.some(({ name }) => name.toLowerCase() === "content-type")) parts.push("-H 'Content-Type:'");
    parts.push(isBytes ? "--data-binary @-" : `--data-raw ${quote(body)}`);
  }
  return parts.join(" \\\n  ");
}
