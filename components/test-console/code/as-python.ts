import { bodyOf, joinedHeaders, keyVariable, type RequestForCode } from "./request-for-code";

/** The request in Python, with what every Python has. */
export function asPython(request: RequestForCode): string {
  const { method, url, headers, keyHeader, bodyEncoding } = request;
  // As it stands: URL would write it anew.
  const [, protocol, host = "", path = ""] = /^(https?):\/\/([^/?#]*)([^#]*)/.exec(url) ?? [];
  const body = bodyOf(request);
  const isBytes = body !== null && bodyEncoding === "base64";
  // What is written twice is said once, with both values.
  const lines = joinedHeaders(headers).map(
    ({ name, value }) => `        ${JSON.stringify(name)}: ${JSON.stringify(value)},`,
  );
  if (keyHeader !== null)
    lines.push(`        ${JSON.stringify(keyHeader)}: os.environ[${JSON.stringify(keyVariable)}],`);
  return [
    ...(isBytes ? ["import base64"] : []),
    "import http.client",
    ...(keyHeader === null ? [] : ["import os"]),
    "",
    `connection = http.client.${protocol === "https" ? "HTTPSConnection" : "HTTPConnection"}(${JSON.stringify(host)})`,
    "connection.request(",
    `    ${JSON.stringify(method)},`,
    `    ${JSON.stringify(path.startsWith("/") ? path : `/${path}`)},`,
    ...(body === null
      ? []
      : [`    body=${isBytes ? `base64.b64decode(${JSON.stringify(body)})` : `${JSON.stringify(body)}.encode()`},`]),
    ...(lines.length === 0 ? [] : ["    headers={", ...lines, "    },"]),
    ")",
    "response = connection.getresponse()",
    "print(response.status, response.reason)",
    'print(response.read().decode(errors="replace"))',
  ].join("\n");
}
