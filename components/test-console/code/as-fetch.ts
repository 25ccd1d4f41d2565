import { bodyOf, keyVariable, type RequestForCode } from "./request-for-code";

/** The request in JavaScript. */
export function asFetch(request: RequestForCode): string {
  const { method, url, headers, keyHeader, bodyEncoding } = request;
  const lines = headers.map(({ name, value }) => `    [${JSON.stringify(name)}, ${JSON.stringify(value)}],`);
  if (keyHeader !== null) lines.push(`    [${JSON.stringify(keyHeader)}, process.env.${keyVariable}],`);
  const body = bodyOf(request);
  // fetch refuses content with these.
  const takesBody = method !== "GET" && method !== "HEAD";
  const text = JSON.stringify(body);
  const bytes =
    bodyEncoding === "base64"
      ? `Uint8Array.from(atob(${text}), (letter) => letter.charCodeAt(0))`
      : `new TextEncoder().encode(${text})`;
  const options = [
    method === "GET" ? "" : `  method: ${JSON.stringify(method)},\n`,
    lines.length === 0 ? "" : `  headers: [\n${lines.join("\n")}\n  ],\n`,
    body === null || !takesBody ? "" : `  body: ${bytes},\n`,
  ].join("");
  return [
    `const response = await fetch(${JSON.stringify(url)}${options === "" ? "" : `, {\n${options}}`});`,
    "console.log(response.status, response.statusText);",
    "console.log(await response.text());",
  ].join("\n");
}
