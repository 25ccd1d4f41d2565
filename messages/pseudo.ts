const accented: Readonly<Record<string, string>> = Object.fromEntries(
  [..."abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter, at) => [
    letter,
    [..."åƀçđéƒğĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇĐÉƑĞĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ"][at] as string,
  ]),
);
const longerBy = 0.4;

/** A catalogue in which every text is foreign and longer, and still says the same. */
export function pseudoMessages(messages: unknown, isIcu = true): unknown {
  if (typeof messages === "string") return isIcu ? pseudoIcu(messages) : longer(foreign(messages));
  if (Array.isArray(messages)) return messages.map((each) => pseudoMessages(each, isIcu));
  if (typeof messages !== "object" || messages === null) return messages;
  return Object.fromEntries(Object.entries(messages).map(([key, value]) => [key, pseudoMessages(value, isIcu)]));
}

/** The texts of an ICU message; arguments, tags and quoted characters stay. */
export function pseudoIcu(message: string): string {
  const [text] = texts(message, 0, true);
  return longer(text);
}

const foreign = (text: string): string => text.replace(/[A-Za-z]/g, (letter) => accented[letter] ?? letter);

function longer(text: string): string {
  const count = Math.ceil(text.replace(/\{[^{}]*\}|<[^<>]*>/g, "").length * longerBy);
  // In words, so that it may wrap where a longer text would.
  const more = Array.from({ length: count }, (_, at) => (at % 6 === 5 ? " " : "ŏ")).join("");
  return text === "" ? "" : `⟦${text}${more.trimEnd()}⟧`;
}

/** Up to the brace that closes what stands around it; the text and where it ended. */
function texts(message: string, from: number, isOutermost: boolean): [text: string, end: number] {
  let result = "";
  let at = from;
  while (at < message.length) {
    const char = message[at] as string;
    if (char === "}" && !isOutermost) break;
    const kept = /^(?:'[{}<>][^']*'|''|<[^<>]*>)/.exec(message.slice(at))?.[0];
    if (kept !== undefined) {
      result += kept;
      at += kept.length;
    } else if (char === "{") {
      const [argument, end] = argumentAt(message, at);
      result += argument;
      at = end;
    } else {
      result += accented[char] ?? char;
      at++;
    }
  }
  return [result, at];
}

/** "{count, plural, one {# file} other {# files}}": only what stands in inner braces is text. */
function argumentAt(message: string, from: number): [text: string, end: number] {
  let result = "{";
  let at = from + 1;
  while (at < message.length && message[at] !== "}") {
    if (message[at] !== "{") result += message[at++];
    else {
      const [text, end] = texts(message, at + 1, false);
      result += `{${text}}`;
      at = end + 1;
    }
  }
  return [`${result}}`, at + 1];
}
