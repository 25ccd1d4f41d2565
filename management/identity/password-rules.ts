export const minPasswordLength = 12;
// scrypt takes any length; this only keeps a request from carrying megabytes.
export const maxPasswordLength = 256;

export type PasswordProblem = "short" | "long" | "repeated" | "sequence" | "known" | "personal";

/** Why a password is refused, in the API's words; the portal has its own in the message catalogs. */
export const passwordProblemText: Readonly<Record<PasswordProblem, string>> = {
  short: `The password has fewer than ${minPasswordLength} characters. Use ${minPasswordLength} or more; several unrelated words make a good one.`,
  long: `The password has more than ${maxPasswordLength} characters. Use fewer.`,
  repeated: "The password repeats very few characters. Use a more varied one; several unrelated words make a good one.",
  sequence:
    "The password is a run of neighbouring characters. Use one that does not follow the keyboard or the alphabet.",
  known: "The password is built on one of the most guessed passwords. Use several unrelated words instead.",
  personal: "The password is built on the name or the email address. Use words that have nothing to do with you.",
};

// The stems that head every list of leaked passwords; a password that is one of them with some decoration falls first.
const stems = [
  ...["password", "passwort", "contraseña", "passord", "motdepasse", "letmein", "welcome", "changeme", "iloveyou"],
  ...["admin", "administrator", "administrateur", "root", "superuser", "gatehouse", "secret", "default", "login"],
  ...["qwerty", "qwertz", "azerty", "monkey", "dragon", "football", "baseball", "sunshine", "princess", "master"],
  ...["shadow", "superman", "batman", "trustno", "whatever", "starwars", "computer", "internet", "test", "guest"],
  ...["correcthorsebatterystaple", "hello", "abc", "company", "summer", "winter", "spring", "autumn"],
];
const runs = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qwertzuiopü",
  "azertyuiop",
];

/** Null when the password will do. Length carries the weight; no rule asks for kinds of characters. */
export function passwordProblem(password: string, person: { email: string; name: string }): PasswordProblem | null {
  const length = [...password].length;
  if (length < minPasswordLength) return "short";
  if (length > maxPasswordLength) return "long";
  const plain = unleet(password.normalize("NFKC").toLowerCase());
  if (new Set(plain).size < 5) return "repeated";
  if (isRepetition(plain)) return "repeated";
  if (isRun(password.toLowerCase())) return "sequence";
  const own = [person.email.split("@")[0] ?? "", ...person.email.split(/[@.]/), ...person.name.split(/\s+/)];
  if (
    restsOn(
      plain,
      own.map((each) => unleet(each.toLowerCase())).filter((each) => each.length >= 3),
    )
  )
    return "personal";
  return restsOn(plain, stems.map(unleet)) ? "known" : null;
}

/** True when too little is left once the words, digits and marks are taken away. */
function restsOn(plain: string, words: readonly string[]): boolean {
  let rest = plain;
  for (const word of [...words].sort((a, b) => b.length - a.length)) rest = rest.replaceAll(word, " ");
  return rest.replace(/[^\p{Letter}]/gu, "").length < 5 && rest !== plain;
}

const likeness: Readonly<Record<string, string>> = {
  "@": "a",
  "4": "a",
  "3": "e",
  "1": "i",
  "!": "i",
  "0": "o",
  $: "s",
  "5": "s",
};
const unleet = (text: string) => text.replace(/[@431!0$5]/g, (each) => likeness[each] ?? each);

function isRepetition(text: string): boolean {
  for (let size = 1; size <= 6 && size * 2 <= text.length; size++) {
    const unit = text.slice(0, size);
    if (unit.repeat(Math.ceil(text.length / size)).slice(0, text.length) === text) return true;
  }
  return false;
}

/** Three in four steps go to a neighbour on the keyboard or in the alphabet, in either direction. */
function isRun(text: string): boolean {
  const neighbours = new Set(
    runs.flatMap((run) => [...run].slice(1).flatMap((each, i) => [run[i] + each, each + run[i]])),
  );
  let steps = 0;
  for (let i = 1; i < text.length; i++) if (neighbours.has(text.slice(i - 1, i + 1))) steps++;
  return steps >= (text.length - 1) * 0.75;
}
