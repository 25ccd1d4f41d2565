import { floatMembers } from "@/policy/kits/numbers/float-members";
import { formatSingle } from "@/policy/kits/numbers/format-number";
import { parseSingle, tryParseSingle } from "@/policy/kits/numbers/parse-number";
import { hashSingle } from "@/policy/kits/object/hash";
import { implementType } from "@/policy/library/implement";

export const runtime = implementType(
  "System.Single",
  floatMembers({
    name: "Single",
    keyword: "float",
    hash: hashSingle,
    format: formatSingle,
    parse: parseSingle,
    tryParse: tryParseSingle,
  }),
);
