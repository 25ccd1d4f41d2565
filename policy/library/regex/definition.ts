import { declareType } from "@/policy/library/declare";

export const declaration = declareType(`
  namespace System.Text.RegularExpressions;
  /// A regular expression. Instead of a time-out, the budget of the policy expression ends searches that take too long.
  public class Regex {
    [Beyond] static readonly TimeSpan InfiniteMatchTimeout;
    Regex(string pattern);
    Regex(string pattern, RegexOptions options);
    Regex(string pattern, RegexOptions options, TimeSpan matchTimeout);
    [Beyond] TimeSpan MatchTimeout { get; }
    [Beyond] RegexOptions Options { get; }
    [Beyond] bool RightToLeft { get; }
    [Beyond] int Count(string input);
    [Beyond] static int Count(string input, string pattern);
    [Beyond] static int Count(string input, string pattern, RegexOptions options);
    /// Puts a backslash before all that has a meaning in patterns.
    [Beyond] static string Escape(string str);
    [Beyond] string[] GetGroupNames();
    [Beyond] int[] GetGroupNumbers();
    [Beyond] string GroupNameFromNumber(int i);
    [Beyond] int GroupNumberFromName(string name);
    bool IsMatch(string input);
    bool IsMatch(string input, int startat);
    static bool IsMatch(string input, string pattern);
    static bool IsMatch(string input, string pattern, RegexOptions options);
    static bool IsMatch(string input, string pattern, RegexOptions options, TimeSpan matchTimeout);
    Match Match(string input);
    Match Match(string input, int startat);
    Match Match(string input, int beginning, int length);
    static Match Match(string input, string pattern);
    static Match Match(string input, string pattern, RegexOptions options);
    static Match Match(string input, string pattern, RegexOptions options, TimeSpan matchTimeout);
    MatchCollection Matches(string input);
    MatchCollection Matches(string input, int startat);
    static MatchCollection Matches(string input, string pattern);
    static MatchCollection Matches(string input, string pattern, RegexOptions options);
    static MatchCollection Matches(string input, string pattern, RegexOptions options, TimeSpan matchTimeout);
    string Replace(string input, string replacement);
    string Replace(string input, string replacement, int count);
    string Replace(string input, string replacement, int count, int startat);
    string Replace(string input, MatchEvaluator evaluator);
    string Replace(string input, MatchEvaluator evaluator, int count);
    string Replace(string input, MatchEvaluator evaluator, int count, int startat);
    /// Replaces all matches; $1, \${name} and $& stand for what was found.
    static string Replace(string input, string pattern, string replacement);
    static string Replace(string input, string pattern, string replacement, RegexOptions options);
    static string Replace(string input, string pattern, string replacement, RegexOptions options, TimeSpan matchTimeout);
    static string Replace(string input, string pattern, MatchEvaluator evaluator);
    static string Replace(string input, string pattern, MatchEvaluator evaluator, RegexOptions options);
    static string Replace(string input, string pattern, MatchEvaluator evaluator, RegexOptions options, TimeSpan matchTimeout);
    string[] Split(string input);
    string[] Split(string input, int count);
    string[] Split(string input, int count, int startat);
    static string[] Split(string input, string pattern);
    static string[] Split(string input, string pattern, RegexOptions options);
    static string[] Split(string input, string pattern, RegexOptions options, TimeSpan matchTimeout);
    string ToString();
    static string Unescape(string str);
  }
`);
