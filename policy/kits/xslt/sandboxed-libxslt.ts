import type { MainModule } from "libxslt-wasm/output/libxslt";

/** One instance of libxslt, with what it said and whether it was refused a file or an address. */
export interface SandboxedLibxslt {
  readonly lib: MainModule;
  readonly memory: () => Uint8Array;
  /** What it has written to its error output since `begin`. */
  readonly said: () => string;
  readonly wasRefused: () => boolean;
  begin(): void;
}

const maxMemoryBytes = 256 * 1024 * 1024;
const maxSaid = 4_096;
const noSuchFile = -2;
const outOfReach = 403;

type Imports = Record<string, (...args: number[]) => number | undefined>;

/**
 * The module means to suspend while it fetches what a stylesheet refers to, which needs an engine that can. It is given
 * nothing to wait for: whatever reaches outside, be it an address or a file, is refused on the spot, so that its calls are
 * ordinary ones. For a worker thread only, since the engine's own functions are exchanged while it is loaded.
 */
export async function sandboxedLibxslt(): Promise<SandboxedLibxslt> {
  const state = { said: "", refused: false, memory: null as WebAssembly.Memory | null };
  const memory = (): Uint8Array => new Uint8Array((state.memory as WebAssembly.Memory).buffer);
  const engine = WebAssembly as unknown as Record<string, unknown>;
  const { Suspending, promising, instantiate } = engine;
  engine.Suspending = function suspending(original: unknown) {
    return original;
  };
  engine.promising = (original: unknown) => original;
  engine.instantiate = (bytes: BufferSource, imports: { env: Imports }) => {
    const { env } = imports;
    state.memory = env.memory as unknown as WebAssembly.Memory;
    guard(env);
    return (instantiate as typeof WebAssembly.instantiate)(bytes, imports as unknown as WebAssembly.Imports);
  };
  try {
    const { default: load } = await import("libxslt-wasm/output/libxslt");
    const lib = await load();
    // Neither of EXSLT's dynamic and Saxon modules, which evaluate texts.
    lib._exsltCommonRegister();
    lib._exsltMathRegister();
    lib._exsltSetsRegister();
    lib._exsltFuncRegister();
    lib._exsltStrRegister();
    lib._exsltDateRegister();
    const begin = () => {
      state.said = "";
      state.refused = false;
    };
    return { lib, memory, begin, said: () => state.said, wasRefused: () => state.refused };
  } finally {
    Object.assign(engine, { Suspending, promising, instantiate });
  }

  function guard(env: Imports): void {
    const refuse = (): number => {
      state.refused = true;
      return noSuchFile;
    };
    env.__asyncjs__fetchBytes = (_url, _buffer, _size, error) => {
      state.refused = true;
      word().setUint32(error as number, outOfReach, true);
      return undefined;
    };
    env.__syscall_openat = refuse;
    env.__syscall_stat64 = refuse;
    env.__syscall_mkdirat = refuse;
    env.fd_write = (_file, vectors, count, written) => {
      const view = word();
      let total = 0;
      for (let index = 0; index < (count as number); index++) {
        const start = view.getUint32((vectors as number) + index * 8, true);
        const length = view.getUint32((vectors as number) + index * 8 + 4, true);
        if (state.said.length < maxSaid) state.said += textAt(start, Math.min(length, maxSaid));
        total += length;
      }
      view.setUint32(written as number, total, true);
      return 0;
    };
    const grow = env.emscripten_resize_heap as (size: number) => number;
    env.emscripten_resize_heap = (size) => ((size as number) >>> 0 > maxMemoryBytes ? 0 : grow(size as number));
  }

  function word(): DataView {
    return new DataView((state.memory as WebAssembly.Memory).buffer);
  }

  function textAt(start: number, length: number): string {
    // A decoder takes no shared memory.
    return new TextDecoder().decode(memory().slice(start, start + length));
  }
}
