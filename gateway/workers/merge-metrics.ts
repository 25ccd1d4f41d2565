/** Of what is the same in each process, or where the largest is what matters. */
const largest = /(_info|_start_time_seconds|_max_fds)$|^nodejs_eventloop_lag|^gatehouse_(revision|connected)$/;

interface Family {
  readonly head: string[];
  readonly samples: Map<string, number>;
}

/** Several processes' metrics in the text form of Prometheus as those of one: added up, or the largest where a sum says nothing. */
export function mergeMetrics(texts: readonly string[]): string {
  const families = new Map<string, Family>();
  for (const text of texts) {
    let current: Family | null = null;
    for (const line of text.split("\n")) {
      const head = /^# (HELP|TYPE) (\S+)/.exec(line);
      if (head !== null) {
        current = familyOf(families, head[2] as string);
        if (!current.head.some((known) => known.startsWith(head[0]))) current.head.push(line);
        continue;
      }
      const sample = /^([A-Za-z_:][\w:]*)(\{.*\})? (\S+)$/.exec(line);
      if (sample === null) continue;
      const [, name = "", labels = "", value = ""] = sample;
      const { samples } = current ?? familyOf(families, name);
      const before = samples.get(name + labels);
      samples.set(name + labels, combined(name, before, Number(value)));
    }
  }
  const lines = [...families.values()].flatMap(({ head, samples }) => [
    ...head,
    ...Array.from(samples, ([name, value]) => `${name} ${written(value)}`),
  ]);
  return `${lines.join("\n")}\n`;
}

function familyOf(families: Map<string, Family>, name: string): Family {
  const family = families.get(name) ?? { head: [], samples: new Map() };
  families.set(name, family);
  return family;
}

function combined(name: string, before: number | undefined, value: number): number {
  if (before === undefined) return value;
  return largest.test(name) ? Math.max(before, value) : before + value;
}

function written(value: number): string {
  if (Number.isFinite(value)) return String(value);
  return Number.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
}
