import { toEscaped } from "@/policy/xml/convert";
import { badRequest } from "../../refusals";

/** The text in the form that ?format= asks for; without it, as in Azure, well-formed XML. */
export function showPolicy(raw: string, query: URLSearchParams): { format: "xml" | "rawxml"; value: string } {
  const asked = query.get("format")?.toLowerCase() ?? "xml";
  if (asked === "rawxml") return { format: "rawxml", value: raw };
  if (asked === "xml") return { format: "xml", value: toEscaped(raw) };
  throw badRequest("InvalidParameter", "format", "The query parameter format must be xml or rawxml.");
}
