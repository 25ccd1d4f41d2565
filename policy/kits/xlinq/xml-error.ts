import { NetException } from "@/policy/expression/values/net-exception";

export const xmlException = (message: string) => new NetException("System.Xml.XmlException", message);

/** "'<', hexadecimal value 0x3C," */
export function showCharacter(code: number): string {
  return `'${String.fromCodePoint(code)}', hexadecimal value 0x${code.toString(16).toUpperCase().padStart(2, "0")},`;
}
