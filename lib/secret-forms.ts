/** Anything shorter would black out half of every text, and guards nothing. */
const minLength = 4;
/** Of a form that only a part of the secret went into. */
const minPartLength = 6;

/** Parts that are secrets by themselves: "Endpoint=…;SharedAccessKey=…". */
const secretPart = /(?:^|;)\s*[\w ]*(?:key|password|pwd|secret|signature|sig|token)\s*=\s*([^;]+)/gi;

/** The ways in which a secret may stand in a text: as it is, in a URL, JSON, XML and Base64, also behind other text. */
export function formsOf(secret: string): Set<string> {
  const forms = new Set<string>();
  if (secret.trim().length < minLength) return forms;
  for (const each of [secret, secret.trim(), ...partsOf(secret)]) {
    for (const form of [each, ...inUrls(each), ...inJson(each), ...inXml(each), ...inBase64(each)]) forms.add(form);
  }
  return forms;
}

function partsOf(secret: string): string[] {
  const parts = [...secret.matchAll(secretPart)].map(([, value]) => value as string);
  // A key in PEM may be told without its line ends, or by the line.
  if (secret.includes("-----BEGIN")) {
    const lines = secret.split(/\r?\n/).filter((line) => !line.startsWith("-----"));
    parts.push(lines.join(""), ...lines.filter((line) => line.length >= 40));
  }
  return parts.filter((part) => part.trim().length >= minLength);
}

function inUrls(secret: string): string[] {
  const escaped = encodeURIComponent(secret.toWellFormed());
  const strict = escaped.replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return [escaped, strict].flatMap((form) => {
    const lower = form.replace(/%[0-9A-F]{2}/g, (code) => code.toLowerCase());
    return [form, lower, form.replaceAll("%20", "+"), lower.replaceAll("%20", "+")];
  });
}

/** JSON may stand in a text of JSON. */
function inJson(secret: string): string[] {
  const once = JSON.stringify(secret).slice(1, -1);
  return [once, JSON.stringify(once).slice(1, -1)];
}

/** In an attribute, and between tags. */
function inXml(secret: string): string[] {
  const between = secret.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const quoted = between.replaceAll('"', "&quot;");
  return [between, quoted, quoted.replaceAll("'", "&#39;")];
}

/** Three bytes are four characters, so what stands before a secret decides which: of each way, what is the secret's alone. */
function inBase64(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const forms: string[] = [];
  for (const before of [0, 1, 2]) {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64");
    const own = text.slice(Math.ceil((before * 4) / 3), Math.floor(((before + bytes.length) * 4) / 3));
    if (own.length >= minPartLength) forms.push(own, own.replaceAll("+", "-").replaceAll("/", "_"));
  }
  return forms;
}
