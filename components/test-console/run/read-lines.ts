/** Values of a body of JSON lines, each as soon as it is whole. */
export async function* readLines<T>(body: ReadableStream<Uint8Array>): AsyncGenerator<T> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let parts: string[] = [];
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const text = done ? decoder.decode() : decoder.decode(value, { stream: true });
      const lines = text.split("\n");
      for (const line of lines.slice(0, -1)) {
        parts.push(line);
        const whole = parts.join("").trim();
        parts = [];
        if (whole !== "") yield JSON.parse(whole) as T;
      }
      parts.push(lines.at(-1) as string);
      if (done) break;
    }
    const rest = parts.join("").trim();
    if (rest !== "") yield JSON.parse(rest) as T;
  } finally {
    // Whoever stops reading stops the sender.
    await reader.cancel().catch(() => {});
  }
}
