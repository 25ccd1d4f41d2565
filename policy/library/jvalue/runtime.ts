import { Boxed, boxChar, boxDouble, boxFloat } from "@/policy/expression/values/boxed";
import { argumentNull } from "@/policy/expression/values/net-exception";
import { JValue, newNull } from "@/policy/kits/json/jvalue";
import { TokenType } from "@/policy/kits/json/token-type";
import { implementType } from "@/policy/library/implement";

const wrap = (value: unknown) => new JValue(value);

export const runtime = implementType("Newtonsoft.Json.Linq.JValue", {
  "new(JValue)": (other: JValue | null) => {
    if (other === null) throw argumentNull("other");
    return other.clone(0);
  },
  "new(long)": wrap,
  "new(decimal)": wrap,
  "new(char)": (code: number) => new JValue(boxChar(code), TokenType.String),
  "new(ulong)": (value: bigint) => new JValue(new Boxed("System.UInt64", value)),
  "new(double)": (value: number) => new JValue(boxDouble(value)),
  "new(float)": (value: number) => new JValue(boxFloat(value)),
  "new(DateTime)": wrap,
  "new(DateTimeOffset)": wrap,
  "new(bool)": wrap,
  "new(string)": (text: string | null) => new JValue(text, TokenType.String),
  "new(Guid)": wrap,
  "new(Uri)": wrap,
  "new(TimeSpan)": wrap,
  "new(object)": wrap,
  Value: (self: JValue) => self.value,
  "set Value": (self: JValue, value: unknown) => self.replaceValue(value),
  "CreateComment(string)": (text: string | null) => new JValue(text, TokenType.Comment),
  "CreateString(string)": (text: string | null) => new JValue(text, TokenType.String),
  "CreateNull()": newNull,
  "CreateUndefined()": () => new JValue(null, TokenType.Undefined),
  "Equals(JValue)": (self: JValue, other: JValue | null) => self.equalTo(other),
  "Equals(object)": (self: JValue, other: unknown) => self.equalTo(other),
  "GetHashCode()": (self: JValue) => self.hash(),
  "ToString()": (self: JValue) => self.toText(),
  "ToString(string)": (self: JValue, format: string | null) => self.format(format ?? ""),
  "ToString(IFormatProvider)": (self: JValue) => self.toText(),
  "ToString(string, IFormatProvider)": (self: JValue, format: string | null) => self.format(format ?? ""),
  "CompareTo(JValue)": (self: JValue, other: JValue | null) => self.compareWith(other),
});
