import type { Row } from "./row";

const store =
  "JObject.Parse(\"{'books':[{'t':'A','p':8.95,'s':true},{'t':'B','p':12.99},{'t':'C','p':8.99,'i':'x'}],'bike':{'p':19.95},'a b':{'c':1}}\")";

export const rows: readonly Row[] = [
  [`${store}.SelectToken("bike.p").ToString()`, "19.95"],
  [`${store}.SelectToken("$.bike.p").ToString()`, "19.95"],
  [`${store}.SelectToken("books[1].t").ToString()`, "B"],
  [`${store}.SelectToken("['a b'].c").ToString()`, "1"],
  [`${store}.SelectToken("$['bike']['p']").ToString()`, "19.95"],
  [`${store}.SelectToken("nothing.here") == null`, "True"],
  [`${store}.SelectToken("books[9]") == null`, "True"],
  [`${store}.SelectToken("$") is JObject`, "True"],
  [`string.Join(",", ${store}.SelectTokens("books[*].t"))`, "A,B,C"],
  [`string.Join(",", ${store}.SelectTokens("$..p"))`, "8.95,12.99,8.99,19.95"],
  [`string.Join(",", ${store}.SelectTokens("books[0,2].t"))`, "A,C"],
  [`string.Join(",", ${store}.SelectTokens("books[0:2].t"))`, "A,B"],
  [`string.Join(",", ${store}.SelectTokens("books[-1:].t"))`, "C"],
  [`string.Join(",", ${store}.SelectTokens("books[::2].t"))`, "A,C"],
  [`string.Join(",", ${store}.SelectTokens("books[::-1].t"))`, "C,B,A"],
  [`string.Join(",", ${store}.SelectTokens("books[?(@.p < 10)].t"))`, "A,C"],
  [`string.Join(",", ${store}.SelectTokens("books[?(@.t == 'B')].p"))`, "12.99"],
  [`string.Join(",", ${store}.SelectTokens("books[?(@.i)].t"))`, "C"],
  [`string.Join(",", ${store}.SelectTokens("books[?(@.s == true)].t"))`, "A"],
  [`string.Join(",", ${store}.SelectTokens("books[?(@.p > 8 && @.p < 9)].t"))`, "A,C"],
  [`string.Join(",", ${store}.SelectTokens("books[?(@.t == 'A' || @.t == 'B')].t"))`, "A,B"],
  [`string.Join(",", ${store}.SelectTokens("books[?(@.t != 'A')].t"))`, "B,C"],
  [`string.Join(",", ${store}.SelectTokens("$..[?(@.p > 12)].p"))`, "12.99,19.95"],
  [`${store}.SelectTokens("$..*").Count()`, "17"],
  [`${store}.SelectTokens("*").Count()`, "3"],
  [`${store}.SelectToken("books[*].t")`, "throws Newtonsoft.Json.JsonException: Path returned multiple tokens."],
  [
    `${store}.SelectToken("nothing", true)`,
    "throws Newtonsoft.Json.JsonException: Property 'nothing' does not exist on JObject.",
  ],
  [
    `${store}.SelectToken("books[9]", true)`,
    "throws Newtonsoft.Json.JsonException: Index 9 outside the bounds of JArray.",
  ],
  [`${store}.SelectToken("bike.p.x", true)`, "throws Newtonsoft.Json.JsonException: Property 'x' not valid on JValue."],
  [`${store}.SelectToken("books[")`, "throws Newtonsoft.Json.JsonException: Path ended with open indexer."],
];
