/** What one evaluation tries to change for the next, what the next looks at, and what it must see. */
export const isolatedAttacks: readonly (readonly [first: string, then: string, expected: string])[] = [
  ["{ Encoding.UTF8.GetPreamble()[0] = 1; return 1; }", "(Encoding.UTF8.GetPreamble()[0])", "239"],
  ["{ Guid.Empty.ToByteArray()[0] = 1; return 1; }", "(Guid.Empty)", "00000000-0000-0000-0000-000000000000"],
  ["{ var b = IPAddress.Loopback.GetAddressBytes(); b[0] = 9; return 1; }", "(IPAddress.Loopback)", "127.0.0.1"],
  ["{ var a = \"abc\".ToCharArray(); a[0] = 'z'; return 1; }", '("abc")', "abc"],
  ["{ var e = (object)Enumerable.Empty<int>(); return e is int[]; }", "(Enumerable.Empty<int>().Count())", "0"],
  ["{ var v = JValue.CreateNull(); v.Value = 5; return 1; }", "(JValue.CreateNull().Value == null)", "True"],
  [
    '{ var c = new XElement("a"); XNamespace n = XNamespace.None; c.Add(n); return 1; }',
    "(XNamespace.None.NamespaceName)",
    "",
  ],
  ['{ var e = new Exception("x"); throw e; }', "(1)", "1"],
  ["{ while (true) { } }", "(Enumerable.Range(0, 1000).Sum())", "499500"],
  [
    "{ int F(int n) { return F(n) + 1; } return F(1); }",
    "{ int F(int n) { return n == 0 ? 0 : F(n - 1) + 1; } return F(100); }",
    "100",
  ],
  ["(new string('x', 2000000000))", "(new string('x', 20000000).Length)", "20000000"],
  [
    "{ foreach (var x in Enumerable.Range(0, 10).Select(i => { while (true) { } return i; })) { } return 1; }",
    "(Enumerable.Range(0, 10).Select(i => i).Sum())",
    "45",
  ],
];

/** The same compiled expression gives the same each time that it runs. */
export const repeatedAttacks: readonly (readonly [expression: string, expected: string])[] = [
  ["{ var a = new[] { 1, 2 }; a[0]++; return a[0]; }", "2"],
  ["{ var a = new byte[] { 1, 2 }; a[0]++; return a[0]; }", "2"],
  ['{ var a = new string[2]; var s = a[0]; a[0] = "x"; return s == null; }', "True"],
  ["{ var l = new List<int> { 1 }; l.Add(2); return l.Count; }", "2"],
  ["{ var d = default(KeyValuePair<string, double>); return d.Value; }", "0"],
  ["{ int n = 0; Func<int> f = () => ++n; f(); return f(); }", "2"],
  ['{ var j = JObject.Parse("{\\"a\\":1}"); j["b"] = 2; return j.Count; }', "2"],
  ['{ var r = new Regex("a"); return r.Match("bab").Index + r.Match("ab").Index; }', "1"],
  ["{ var d = DateTime.MinValue; d = d.AddDays(1); return DateTime.MinValue.Day; }", "1"],
  ["{ var t = TimeSpan.Zero; t += TimeSpan.FromSeconds(1); return TimeSpan.Zero; }", "00:00:00"],
];

/** Texts that mean something to JavaScript mean nothing. */
export const plainTexts: readonly (readonly [expression: string, expected: string])[] = [
  ['("abc".Replace("b", "[$&$1$`$\']"))', "a[$&$1$`$']c"],
  ['(new StringBuilder("abc").Replace("b", "$&$&").ToString())', "a$&$&c"],
  ['("a\\nb".ReplaceLineEndings("$&"))', "a$&b"],
  ['(string.Format("{0}", "$&`{1}"))', "$&`{1}"],
  ["(new { __proto__ = 1, constructor = 2 }.ToString())", "{ __proto__ = 1, constructor = 2 }"],
  ["(JToken.FromObject(new { __proto__ = 1 }).ToString(Newtonsoft.Json.Formatting.None))", '{"__proto__":1}'],
  [
    '{ var d = new Dictionary<string, object>(); d["__proto__"] = 1; return JsonConvert.SerializeObject(d); }',
    '{"__proto__":1}',
  ],
  ['(JObject.Parse("{\\"a\\":{}}").SelectToken("a.constructor") == null)', "True"],
  ['(JObject.Parse("{\\"a\\":{}}").SelectToken("$[\'__proto__\'][\'constructor\']") == null)', "True"],
  ['(XElement.Parse("<__proto__ constructor=\'1\'/>").Attribute("constructor").Value)', "1"],
  ['(XElement.Parse("<__proto__ constructor=\'1\'/>").Attribute("__proto__") == null)', "True"],
  [
    '(new[] { "__proto__", "constructor", "__proto__" }.GroupBy(x => x).Select(g => g.Key + g.Count()).Aggregate((a, b) => a + b))',
    "__proto__2constructor1",
  ],
  ['(new[] { "__proto__" }.ToLookup(x => x)["constructor"].Count())', "0"],
  ['(context.Variables.ContainsKey("constructor"))', "False"],
  ['(context.Request.Headers.ContainsKey("__proto__"))', "False"],
  ['(context.Request.MatchedParameters.ContainsKey("__proto__"))', "False"],
  ['(context.Request.Url.Query.ContainsKey("constructor"))', "False"],
];

/** What is outside of what a member takes is an exception of .NET. */
export const refusedArguments: readonly (readonly [expression: string, type: string])[] = [
  ["((decimal)double.MaxValue)", "System.OverflowException"],
  ["(new decimal(double.MaxValue))", "System.OverflowException"],
  ["{ new List<XAttribute> { null }.Remove(); return 1; }", "System.NullReferenceException"],
  ["(default(KeyValuePair<string, int[]>).Value.Length)", "System.NullReferenceException"],
  ["(new Dictionary<string, int>().FirstOrDefault().Key.Length)", "System.NullReferenceException"],
  ["((string)(object)1)", "System.InvalidCastException"],
  ["((int)(object)1L)", "System.InvalidCastException"],
  ["((int)(object)null)", "System.NullReferenceException"],
  ["{ var i = -1; return new[] { 1 }[i]; }", "System.IndexOutOfRangeException"],
  ["{ var n = -1; return new int[n]; }", "System.OverflowException"],
  ['("abc"[3])', "System.IndexOutOfRangeException"],
  ["(Encoding.GetEncoding(new string('A', 1000)))", "System.ArgumentException"],
];

/** Texts of values are taken after the expression itself has ended. */
export const endlessTexts: readonly string[] = [
  "{ object o = 1; for (int i = 0; i < 64; i++) o = new { A = o, B = o }; return o; }",
  "{ object o = 1; for (int i = 0; i < 64; i++) o = Tuple.Create(o, o); return o; }",
  "{ object o = 1; for (int i = 0; i < 64; i++) o = new KeyValuePair<object, object>(o, o); return o; }",
  "{ object o = 1; for (int i = 0; i < 20000; i++) o = Tuple.Create(o); return o; }",
  '{ Exception e = null; for (int i = 0; i < 20000; i++) e = new Exception("x", e); return e; }',
];

/** What contains itself, or calls itself, ends in a failure that is no mistake of ours. */
export const deepAttacks: readonly string[] = [
  "{ object o = 1; for (int i = 0; i < 20000; i++) o = Tuple.Create(o); return o.GetHashCode(); }",
  "{ object o = 1, p = 1; for (int i = 0; i < 20000; i++) { o = Tuple.Create(o); p = Tuple.Create(p); } return o.Equals(p); }",
  "{ var l = new List<object>(); l.Add(l); return JsonConvert.SerializeObject(l); }",
  "{ var l = new object[1]; l[0] = l; return JToken.FromObject(l); }",
  '{ var d = new Dictionary<string, object>(); d["a"] = d; return JsonConvert.SerializeObject(d); }',
  "{ IEnumerable<int> s = new[] { 1 }; for (int i = 0; i < 20000; i++) s = s.Select(x => x); return s.First(); }",
  "{ IEnumerable<int> s = null; s = new[] { 1 }.SelectMany(x => s); return s.Count(); }",
  '{ Func<string, bool> f = string.IsNullOrEmpty, g = f; for (int i = 0; i < 20000; i++) f += g; return f(""); }',
  "(JToken.Parse(new string('[', 1000000)))",
  "{ var j = new JArray(); for (int i = 0; i < 20000; i++) j = new JArray { j }; return j.ToString(); }",
  "{ var j = new JArray(); for (int i = 0; i < 20000; i++) j = new JArray { j }; return j.DeepClone(); }",
  '{ var x = new XElement("a"); for (int i = 0; i < 20000; i++) x = new XElement("a", x); return x.ToString(); }',
  '(XElement.Parse(string.Concat(Enumerable.Repeat("<a>", 100000)) + string.Concat(Enumerable.Repeat("</a>", 100000))).Value)',
  '{ string F(object o) { try { return F(o) + 1; } catch { return ""; } finally { F(o); } } return F(null); }',
];
