import { readFileSync } from "node:fs";
import path from "node:path";
import type { Circumstances } from "@/policy/exchange";
import { Authorization } from "@/policy/kits/message/authorization";
import { exchangeFromJson } from "@/policy/kits/message/exchange-from-json";
import { Jwt } from "@/policy/kits/message/jwt";

export interface CorpusContext {
  readonly name: string;
  /** A new exchange for the expression; evaluations change what they are given. */
  make(expression: string): Circumstances;
}

type Json = Record<string, unknown>;

const rich = readFileSync(path.join(import.meta.dirname, "rows/context.json"), "utf8");
const token = (JSON.parse(rich) as { Request: { Headers: { Authorization: string } } }).Request.Headers.Authorization;

const chat = {
  model: "gpt-4o",
  stream: true,
  messages: [{ role: "user", content: 'Say "hi" on 2024-05-06T07:08:09Z' }],
  usage: { prompt_tokens: 12, completion_tokens: 30, total_tokens: 42 },
  access_token: "t-1",
  expires_in: 3599,
  value: "a-b_c",
  created: "2024-05-06T07:08:09Z",
  price: 1.0,
  nothing: null,
};

const answered = (body: unknown, status = 200): Json => ({
  $type: "IResponse",
  StatusCode: status,
  StatusReason: status === 200 ? "OK" : "Too Many Requests",
  Headers: { "Content-Type": "application/json", "Retry-After": "7", "x-ms-request-id": "r-1" },
  Body: body,
});

/** What stands for a variable of a type. */
const ofType: Record<string, unknown> = {
  string: "a=1;b=2,c.d-e/f",
  int: 1,
  Int32: 1,
  long: 5_000_000_000,
  bool: true,
  JObject: chat,
  JArray: [
    {
      url: "https://a.example.com",
      location: "west",
      priority: 1,
      isThrottling: false,
      retryAfter: "2024-05-06T07:08:09Z",
    },
    { url: "https://b.example.com", location: "north", priority: 2, isThrottling: true, retryAfter: "0001-01-01" },
  ],
  IResponse: answered(chat),
};

const read = /(?:\(\(?(\w+)\)\s*)?context\.Variables(?:\.GetValueOrDefault(?:<(\w+)>)?\(|\[)\s*"([^"]+)"/g;

/** Every variable that the expression reads, of the type that it takes it for. */
function furnish(exchange: Circumstances, expression: string, others: Json = {}): void {
  for (const [, cast, argument, name = ""] of expression.matchAll(read)) {
    const type = cast ?? argument ?? "string";
    if (type === "Jwt") exchange.variables.set(name, Jwt.parse(token));
    else if (type === "Authorization") exchange.variables.set(name, new Authorization("at-1", new Map()));
    else {
      const value = others[type] ?? ofType[type] ?? ofType.string;
      for (const [key, made] of exchangeFromJson({ Variables: { [name]: value } }).variables)
        exchange.variables.set(key, made);
    }
  }
}

const headers = {
  Host: "api.example.com",
  Authorization: "Basic dXNlcjpwYTpzcw==",
  "api-key": "k-1",
  Cookie: "__Host-session=abc%3D; state=s-1; a=b",
  Origin: "https://app.example.com",
  Referer: "https://app.example.com/consent?x=1",
  "Content-Type": "application/x-www-form-urlencoded",
  "X-Forwarded-For": "203.0.113.7",
  "Accept-Language": "de-CH,en;q=0.5",
};

const bare = (): Circumstances => exchangeFromJson({ RequestId: "0f8fad5b-d9cb-469f-a165-70867728950e" });

/** What passes a gateway, from next to nothing to an answer of every kind. */
export const corpusContexts: readonly CorpusContext[] = [
  { name: "bare", make: bare },
  {
    name: "rich",
    make(expression) {
      const exchange = exchangeFromJson(JSON.parse(rich));
      furnish(exchange, expression);
      return exchange;
    },
  },
  {
    name: "chat",
    make(expression) {
      const exchange = exchangeFromJson({
        Timestamp: "2026-03-04T05:06:07.250Z",
        RequestId: "0f8fad5b-d9cb-469f-a165-70867728950e",
        Elapsed: 1500,
        Request: {
          Method: "POST",
          Url: "https://api.example.com/openai/deployments/gpt-4o/chat/completions?api-version=2024-02-01&code=c-1&state=s-1",
          Headers: { ...headers, "Content-Type": "application/json" },
          Body: chat,
          MatchedParameters: { "deployment-id": "gpt-4o", id: "7", name: "n" },
        },
        Response: { StatusCode: 200, Headers: { "Content-Type": "application/json" }, Body: chat },
        Api: { Id: "openai", Name: "OpenAI", Path: "openai" },
        Operation: { Id: "chat", Name: "Chat" },
        Subscription: { Id: "s-1", Name: "Team A" },
        Product: { Id: "p-1", Name: "AI-Gold" },
        User: { Id: "u-1", Groups: ["developers"] },
      });
      furnish(exchange, expression, { string: JSON.stringify(chat) });
      return exchange;
    },
  },
  {
    name: "form",
    make(expression) {
      const exchange = exchangeFromJson({
        Timestamp: "2026-03-04T05:06:07.250Z",
        RequestId: "0f8fad5b-d9cb-469f-a165-70867728950e",
        Elapsed: 1500,
        Request: {
          Method: "POST",
          Url: "https://api.example.com/oauth/token?client_id=c%201&redirect_uri=https%3A%2F%2Fapp%2Fcb&state=a%2Bb",
          Headers: headers,
          Body: "grant_type=authorization_code&code=c-1&client_id=c%201&code_verifier=v+w&csrf_token=x&consent_action=allow",
        },
        Response: {
          StatusCode: 503,
          StatusReason: "Service Unavailable",
          Headers: { "Content-Type": "application/xml", "Retry-After": "30", "Set-Cookie": ["a=1; path=/", "b=2"] },
          Body: '<?xml version="1.0"?><feed xmlns:m="urn:m"><entry m:n="1">x &amp; y</entry><entry/></feed>',
        },
        LastError: {
          Source: "validate-jwt",
          Reason: "TokenNotPresent",
          Message: "JWT not present.",
          Section: "inbound",
        },
        GraphQL: { Arguments: { id: "a-1", first: 10 } },
      });
      furnish(exchange, expression, {
        string: "QUJDREVGR0hJSktMTU5PUA==",
        IResponse: answered("<html>not JSON</html>", 429),
        int: -3,
        bool: false,
        JArray: [],
        JObject: {},
      });
      return exchange;
    },
  },
];
