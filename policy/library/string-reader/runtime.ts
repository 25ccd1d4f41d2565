import { boxChar } from "@/policy/expression/values/boxed";
import { charge, tickMany } from "@/policy/expression/values/budget";
import type { NetArray } from "@/policy/expression/values/net-array";
import { argumentException, argumentNull, argumentOutOfRange } from "@/policy/expression/values/net-exception";
import { StringReader } from "@/policy/kits/text/string-reader";
import { implementType } from "@/policy/library/implement";

function readInto(reader: StringReader, target: NetArray | null, to: number, count: number): number {
  if (target === null) throw argumentNull("buffer");
  if (to < 0) throw argumentOutOfRange("index", "Non-negative number required.");
  if (count < 0) throw argumentOutOfRange("count", "Non-negative number required.");
  if (target.items.length - to < count)
    throw argumentException(
      "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.",
    );
  const text = reader.take(count);
  tickMany(text.length);
  for (let at = 0; at < text.length; at++) target.items[to + at] = boxChar(text.charCodeAt(at));
  return text.length;
}

export const runtime = implementType("System.IO.StringReader", {
  "new(string)": (text: string | null) => {
    if (text === null) throw argumentNull("s");
    charge(32);
    return new StringReader(text);
  },
  "Close()": (reader: StringReader) => reader.close(),
  "Dispose()": (reader: StringReader) => reader.close(),
  "Peek()": (reader: StringReader) => reader.peek(),
  "Read()": (reader: StringReader) => reader.read(),
  "Read(char[], int, int)": readInto,
  "ReadBlock(char[], int, int)": readInto,
  "ReadLine()": (reader: StringReader) => reader.readLine(),
  "ReadToEnd()": (reader: StringReader) => reader.take(Number.POSITIVE_INFINITY),
});
