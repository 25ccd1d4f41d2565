import { bodyOf, keyVariable, type RequestForCode } from "./request-for-code";

/** These belong to the content; .NET leaves them out where they are given to the request. */
const ofContent = new Set([
  "allow",
  "content-disposition",
  "content-encoding",
  "content-language",
  "content-length",
  "content-location",
  "content-md5",
  "content-range",
  "content-type",
  "expires",
  "last-modified",
]);

/** JSON's escapes are C#'s, too; what ends a line in C# is escaped besides. */
const literal = (text: string): string =>
  JSON.stringify(text).replaceAll(
    /[\u0085\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** System.Uri decodes what need not be escaped, and takes steps out of the path. */
const isRewritten = (url: string): boolean =>
  /%(?:3\d|4[1-9a-f]|5[\daf]|6[1-9a-f]|7[\dae]|2[de])/i.test(url) || /\/\.{1,2}(?:[/?#]|$)/.test(url);

const address = (url: string): string =>
  isRewritten(url)
    ? `new Uri(${literal(url)}, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true })`
    : literal(url);

/** The request in C#. */
export function asCsharp(request: RequestForCode): string {
  const { method, url, headers, keyHeader, bodyEncoding } = request;
  const body = bodyOf(request);
  const own = headers.filter(({ name }) => !ofContent.has(name.toLowerCase()));
  const contents = headers.filter(({ name }) => ofContent.has(name.toLowerCase()));
  const hasContent = body !== null || contents.length > 0;
  const isText = body !== null && bodyEncoding !== "base64";
  // Without it HttpClient sends no header that is not ASCII.
  const isLatin = headers.some(({ value }) => /[^\0-\x7f]/.test(value));
  const bytes =
    body === null
      ? "Array.Empty<byte>()"
      : isText
        ? `Encoding.UTF8.GetBytes(${literal(body)})`
        : `Convert.FromBase64String(${literal(body)})`;
  const add = (to: string, name: string, value: string) =>
    `${to}.Headers.TryAddWithoutValidation(${literal(name)}, ${value});`;
  const handler = isLatin ? "new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1 }" : "";
  return [
    "using System;",
    "using System.Net.Http;",
    ...(isText || isLatin ? ["using System.Text;"] : []),
    "",
    `using var client = new HttpClient(${handler});`,
    `using var request = new HttpRequestMessage(new HttpMethod(${literal(method)}), ${address(url)});`,
    ...own.map(({ name, value }) => add("request", name, literal(value))),
    ...(keyHeader === null
      ? []
      : [add("request", keyHeader, `Environment.GetEnvironmentVariable(${literal(keyVariable)})`)]),
    ...(hasContent ? [`request.Content = new ByteArrayContent(${bytes});`] : []),
    ...contents.map(({ name, value }) => add("request.Content", name, literal(value))),
    "",
    "using var response = await client.SendAsync(request);",
    'Console.WriteLine($"{(int)response.StatusCode} {response.ReasonPhrase}");',
    "Console.WriteLine(await response.Content.ReadAsStringAsync());",
  ].join("\n");
}
