import type { Row } from "./row";

export const rows: readonly Row[] = [
  // Reading
  [`JObject.Parse("{\\"a\\":1}")["a"]`, "1"],
  [`JObject.Parse("{'a':'x'}")["a"].ToString()`, "x"],
  [`JObject.Parse("{a:1, /* c */ b:2,}").Count`, "2"],
  [`JObject.Parse("{\\"a\\":1,\\"a\\":2}")["a"].ToString()`, "2"],
  [`JObject.Parse("{}")["missing"] == null`, "True"],
  [`JObject.Parse("{\\"a\\":1.0}").ToString(Newtonsoft.Json.Formatting.None)`, `{"a":1.0}`],
  [`JObject.Parse("{\\"a\\":1e3}").ToString(Newtonsoft.Json.Formatting.None)`, `{"a":1000.0}`],
  [`JObject.Parse("{\\"a\\":1.0}")["a"].ToString()`, "1"],
  [`JObject.Parse("{\\"a\\":0x1F}")["a"].ToString()`, "31"],
  [`JObject.Parse("{\\"a\\":123456789012345678901234567890}")["a"].ToString()`, "123456789012345678901234567890"],
  [`JObject.Parse("{\\"a\\":9223372036854775807}")["a"].ToString()`, "9223372036854775807"],
  [`JObject.Parse("{\\"a\\":NaN}").ToString(Formatting.None)`, `{"a":"NaN"}`],
  [`JObject.Parse("{\\"a\\":\\"\\\\u0041\\\\n\\"}")["a"].ToString()`, "A\n"],
  [`JObject.Parse("{\\"a\\":undefined}")["a"].Type`, "Undefined"],
  [`JObject.Parse("{\\"a\\":null}")["a"].Type == JTokenType.Null`, "True"],
  [`JObject.Parse("{\\"a\\":null}")["a"] == null`, "False"],
  [`JObject.Parse("{\\"a\\":null}")["a"].ToString()`, ""],
  [`JObject.Parse("{\\"a\\":true}")["a"].ToString()`, "True"],
  [`JObject.Parse("{\\"a\\":true}").ToString(Formatting.None)`, `{"a":true}`],
  [`JArray.Parse("[1,2,3]").Count`, "3"],
  [`JArray.Parse("[1,2,]").Count`, "2"],
  [`JArray.Parse("[1,,2]")[1].Type`, "Undefined"],
  [`JToken.Parse("5").Type`, "Integer"],
  [`JToken.Parse("\\"s\\"").ToString()`, "s"],
  [`JToken.Parse("[1, 2]").ToString()`, "[\n  1,\n  2\n]"],
  // What cannot be read
  [
    `JObject.Parse("<html>")`,
    "throws Newtonsoft.Json.JsonReaderException: Unexpected character encountered while parsing value: <. Path '', line 0, position 0.",
  ],
  [
    `JObject.Parse("")`,
    "throws Newtonsoft.Json.JsonReaderException: Error reading JObject from JsonReader. Path '', line 0, position 0.",
  ],
  [
    `JObject.Parse("[1]")`,
    "throws Newtonsoft.Json.JsonReaderException: Error reading JObject from JsonReader. Current JsonReader item is not an object: StartArray. Path '', line 1, position 1.",
  ],
  [
    `JArray.Parse("{}")`,
    "throws Newtonsoft.Json.JsonReaderException: Error reading JArray from JsonReader. Current JsonReader item is not an array: StartObject. Path '', line 1, position 1.",
  ],
  [
    `JObject.Parse("{\\"a\\":1")`,
    "throws Newtonsoft.Json.JsonReaderException: Unexpected end of content while loading JObject. Path 'a', line 1, position 6.",
  ],
  [
    `JObject.Parse("{\\"a\\" 1}")`,
    "throws Newtonsoft.Json.JsonReaderException: Invalid character after parsing property name. Expected ':' but got: 1. Path '', line 1, position 5.",
  ],
  [
    `JObject.Parse("{\\"a\\":1 \\"b\\":2}")`,
    `throws Newtonsoft.Json.JsonReaderException: After parsing a value an unexpected character was encountered: ". Path 'a', line 1, position 7.`,
  ],
  [
    `JObject.Parse("{} x")`,
    "throws Newtonsoft.Json.JsonReaderException: Additional text encountered after finished reading JSON content: x. Path '', line 1, position 3.",
  ],
  [
    `JObject.Parse("{\\"a\\":\\"x")`,
    `throws Newtonsoft.Json.JsonReaderException: Unterminated string. Expected delimiter: ". Path 'a', line 1, position 7.`,
  ],
  [`JObject.Parse(null)`, "throws System.ArgumentNullException"],
  [`JToken.Parse(new string('[', 64) + new string(']', 64)).Count()`, "1"],
  [`JToken.Parse(new string('[', 65) + new string(']', 65))`, "throws Newtonsoft.Json.JsonReaderException"],
  // Dates
  [`JObject.Parse("{\\"d\\":\\"2024-01-02T03:04:05Z\\"}")["d"].Type`, "Date"],
  [`JObject.Parse("{\\"d\\":\\"2024-01-02T03:04:05Z\\"}")["d"].ToString()`, "01/02/2024 03:04:05"],
  [`JObject.Parse("{\\"d\\":\\"2024-01-02T03:04:05Z\\"}").ToString(Formatting.None)`, `{"d":"2024-01-02T03:04:05Z"}`],
  [
    `JObject.Parse("{\\"d\\":\\"2024-01-02T03:04:05.120\\"}").ToString(Formatting.None)`,
    `{"d":"2024-01-02T03:04:05.12"}`,
  ],
  [`JObject.Parse("{\\"d\\":\\"2024-01-02\\"}")["d"].Type`, "String"],
  [`(string)JObject.Parse("{\\"d\\":\\"2024-01-02T03:04:05Z\\"}")["d"]`, "01/02/2024 03:04:05"],
  [`((DateTime)JObject.Parse("{\\"d\\":\\"2024-01-02\\"}")["d"]).Day`, "2"],
  // Writing
  [`new JObject(new JProperty("a", 1), new JProperty("b", "x")).ToString()`, `{\n  "a": 1,\n  "b": "x"\n}`],
  [`new JObject().ToString()`, "{}"],
  [`new JArray().ToString()`, "[]"],
  [`new JObject(new JProperty("a", new JArray())).ToString()`, `{\n  "a": []\n}`],
  [`new JProperty("a", 1).ToString()`, `"a": 1`],
  [`new JArray(1, "b", true, null, 2.5).ToString(Formatting.None)`, `[1,"b",true,null,2.5]`],
  [`new JArray(1d, 1.5m, 2m, 1f).ToString(Formatting.None)`, "[1.0,1.5,2.0,1.0]"],
  [`new JArray("\\u2028é'<\\"\\\\/").ToString(Formatting.None)`, `["\\u2028é'<\\"\\\\/"]`],
  [`new JArray(new byte[] { 1, 2, 3 }).ToString(Formatting.None)`, `["AQID"]`],
  [`new JObject { { "a", 1 }, { "b", null } }.ToString(Formatting.None)`, `{"a":1,"b":null}`],
  [`new JObject { ["a"] = 1, ["b"] = new JArray { 1, 2 } }.ToString(Formatting.None)`, `{"a":1,"b":[1,2]}`],
  [`new JValue("x").ToString(Formatting.None)`, `"x"`],
  [`new JRaw("{\\"a\\": 1}").ToString()`, `{"a": 1}`],
  [`new JArray(new JRaw("[ ]")).ToString(Formatting.None)`, "[[ ]]"],
  [`new JConstructor("Date", 1, 2).ToString(Formatting.None)`, "new Date(1,2)"],
  // Changing
  [
    `{ var o = new JObject(); o["a"] = 1; o["b"] = "x"; o["a"] = 2; return o.ToString(Formatting.None); }`,
    `{"a":2,"b":"x"}`,
  ],
  [`{ var o = new JObject(); o.Add("a", 1); return o.Remove("a") && !o.Remove("a") && o.Count == 0; }`, "True"],
  [
    `{ var o = new JObject(); o.Add("a", 1); o.Add("a", 2); return o; }`,
    "throws System.ArgumentException: Can not add property a to Newtonsoft.Json.Linq.JObject. Property with the same name already exists on object.",
  ],
  [`{ var o = new JObject(); o["a"] = (string)null; return o["a"].Type; }`, "String"],
  [`{ var o = new JObject(); JToken n = null; o["a"] = n; return o["a"].Type; }`, "Null"],
  [
    `{ var a = new JArray(1, 2, 3); a.RemoveAt(1); a.Insert(0, 9); a[1] = "x"; return a.ToString(Formatting.None); }`,
    `[9,"x",3]`,
  ],
  [`{ var a = new JArray(1, 2); a.Add(a); return a.ToString(Formatting.None); }`, "[1,2,[1,2]]"],
  [
    `{ var o = JObject.Parse("{'a':{'b':1}}"); var p = new JObject(); p["x"] = o["a"]; o["a"]["b"] = 2; return p["x"]["b"].ToString(); }`,
    "1",
  ],
  [
    `{ var o = JObject.Parse("{'a':1,'b':2}"); o.Property("a").Remove(); return o.ToString(Formatting.None); }`,
    `{"b":2}`,
  ],
  [
    `{ var o = JObject.Parse("{'a':1}"); o["a"].Replace(new JArray(1)); return o.ToString(Formatting.None); }`,
    `{"a":[1]}`,
  ],
  [
    `{ var o = JObject.Parse("{'a':1}"); o["a"].Parent.AddAfterSelf(new JProperty("b", 2)); return o.ToString(Formatting.None); }`,
    `{"a":1,"b":2}`,
  ],
  [
    `{ var o = JObject.Parse("{'a':1}"); o["a"].Remove(); return o; }`,
    "throws Newtonsoft.Json.JsonException: Cannot add or remove items from Newtonsoft.Json.Linq.JProperty.",
  ],
  [
    `new JArray(1)[5]`,
    "throws System.ArgumentOutOfRangeException: Index was out of range. Must be non-negative and less than the size of the collection. (Parameter 'index')",
  ],
  [
    `new JArray(1)["a"]`,
    `throws System.ArgumentException: Accessed JArray values with invalid key value: "a". Int32 array index expected.`,
  ],
  [
    `((JToken)new JObject())[0]`,
    "throws System.ArgumentException: Accessed JObject values with invalid key value: 0. Object property name expected.",
  ],
  [
    `((JToken)"x")["a"]`,
    "throws System.InvalidOperationException: Cannot access child value on Newtonsoft.Json.Linq.JValue.",
  ],
  [
    `new JObject(1)`,
    "throws System.ArgumentException: Can not add Newtonsoft.Json.Linq.JValue to Newtonsoft.Json.Linq.JObject.",
  ],
  [
    `new JArray(new JProperty("a", 1))`,
    "throws System.ArgumentException: Can not add Newtonsoft.Json.Linq.JProperty to Newtonsoft.Json.Linq.JArray.",
  ],
  [
    `{ var a = JObject.Parse("{'x':{'p':1},'l':[1]}"); a.Merge(JObject.Parse("{'x':{'q':2},'l':[2],'n':null}")); return a.ToString(Formatting.None); }`,
    `{"x":{"p":1,"q":2},"l":[1,2],"n":null}`,
  ],
  [
    `{ var a = JObject.Parse("{'l':[1,2]}"); a.Merge(JObject.Parse("{'l':[2,3]}"), new JsonMergeSettings { MergeArrayHandling = MergeArrayHandling.Union }); return a.ToString(Formatting.None); }`,
    `{"l":[1,2,3]}`,
  ],
];
