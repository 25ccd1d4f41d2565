import { bodyOf, keyVariable, type RequestForCode } from "./request-for-code";

/** These belong to the content; .NET refuses them among the request's. */
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

/** The request in C#. */
export function asCsharp(request: RequestForCode): string {
  const { method, url, headers, keyHeader } = request;
  const body = bodyOf(request);
  const own = headers.filter(({ name }) => !ofContent.has(name.toLowerCase()));
  const contents = headers.filter(({ name }) => ofContent.has(name.toLowerCase()));
  const hasContent = body !== null || contents.length > 0;
  const add = (to: string, name: string, value: string) =>
    `${to}.Headers.TryAddWithoutValidation(${literal(name)}, ${value});`;
  return [
    "using System;",
    "using System.Net.Http;",
    ...(body === null ? [] : ["using System.Text;"]),
    "",
    "using var client = new HttpClient();",
    `using var request = new HttpRequestMessage(new HttpMethod(${literal(method)}), ${literal(url)});`,
    ...own.map(({ name, value }) => add("request", name, literal(value))),
    ...(keyHeader === null
      ? []
      : [add("request", keyHeader, `Environment.GetEnvironmentVariable(${literal(keyVariable)})`)]),
    ...(hasContent
      ? [
          `request.Content = new ByteArrayContent(${body === null ? "Array.Empty<byte>()" : `Encoding.UTF8.GetBytes(${literal(body)})`});`,
        ]
      : []),
    ...contents.map(({ name, value }) => add("request.Content", name, literal(value))),
    "",
    "using var response = await client.SendAsync(request);",
    'Console.WriteLine($"{(int)response.StatusCode} {response.ReasonPhrase}");',
    "Console.WriteLine(await response.Content.ReadAsStringAsync());",
  ].join("\n");
}
