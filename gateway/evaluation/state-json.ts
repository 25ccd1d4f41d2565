import type { EvaluationState, RunHeader } from "@/contract/console-run";

type Shape = { [name: string]: unknown };

/** A step of a trace in the words in which the policy command takes a context. */
export function stateJson(state: EvaluationState): Shape {
  const { method, url, originalUrl, headers, body, clientAddress, response, variables, lastError } = state;
  return {
    Request: given({
      Method: method,
      Url: url,
      OriginalUrl: originalUrl,
      Headers: headersJson(headers),
      Body: body,
      IpAddress: clientAddress,
    }),
    ...(response
      ? {
          Response: given({
            StatusCode: response.status,
            StatusReason: response.reason,
            Headers: headersJson(response.headers),
            Body: response.body,
          }),
        }
      : {}),
    Variables: Object.fromEntries((variables ?? []).map(({ name, value, type }) => [name, variableJson(value, type)])),
    ...(lastError
      ? {
          LastError: given({
            Source: lastError.source,
            Reason: lastError.reason,
            Message: lastError.message,
            Section: lastError.section,
            Path: lastError.path,
          }),
        }
      : {}),
  };
}

const given = (shape: Shape): Shape =>
  Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined && value !== null));

function headersJson(headers: readonly RunHeader[] | undefined): Shape | undefined {
  if (headers === undefined) return undefined;
  const lines = new Map<string, { name: string; values: string[] }>();
  for (const { name, value } of headers) {
    const line = lines.get(name.toLowerCase()) ?? { name, values: [] };
    line.values.push(value);
    lines.set(name.toLowerCase(), line);
  }
  return Object.fromEntries(Array.from(lines.values(), ({ name, values }) => [name, values]));
}

const whole = /^System\.(U?Int(16|32|64)|S?Byte)$/;
const fraction = /^System\.(Double|Single|Decimal)$/;

/** A trace tells variables as text, with the name of their type. */
function variableJson(value: string | null, type: string | undefined): unknown {
  if (value === null) return null;
  if (type === undefined || type === "System.String") return value;
  if (type === "System.Boolean") return value.toLowerCase() === "true";
  if ((whole.test(type) || fraction.test(type)) && value !== "" && Number.isFinite(Number(value))) return Number(value);
  if (/\bJ(Object|Array|Token)$/.test(type)) return jsonOrText(value);
  return value;
}

function jsonOrText(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
