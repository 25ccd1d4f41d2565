import { floatMembers } from "@/policy/kits/numbers/float-members";
import { formatDouble } from "@/policy/kits/numbers/format-number";
import { parseDouble, tryParseDouble } from "@/policy/kits/numbers/parse-number";
import { hashDouble } from "@/policy/kits/object/hash";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType(
  "System.Double",
  floatMembers({
    name: "Double",
    keyword: "double",
    hash: hashDouble,
    format: formatDouble,
    parse: parseDouble,
    tryParse: tryParseDouble,
  }),
);
