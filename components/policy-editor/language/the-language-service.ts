import { LanguageService, type WorkerLike } from "./language-service";

let service: LanguageService | null = null;

/** One for the page: its worker is started at the first question and then kept. */
export function theLanguageService(): LanguageService {
  service ??= new LanguageService(
    () => new Worker(new URL("./language-worker.ts", import.meta.url), { type: "module" }) as WorkerLike,
  );
  return service;
}
