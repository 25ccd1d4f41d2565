import type { LucideIcon } from "lucide-react";

/** Something that can be done here and now, from the palette or by its keys. */
export interface Action {
  id: string;
  label: string;
  group: "go" | "create" | "page" | "portal";
  icon?: LucideIcon;
  /** "g b", "c", "mod+k", "mod+shift+z", "F8". */
  shortcut?: string;
  /** Its chord belongs to whatever is typed into while something is: undo. */
  notWhileTyping?: boolean;
  /** It does not lead away from the page, so that nothing on it can be lost. */
  stays?: boolean;
  /** Another key for what the palette and the sheet of keys list already. */
  hidden?: boolean;
  run(): void;
}

const listeners = new Set<() => void>();
let registered: readonly Action[] = [];

function publish(next: readonly Action[]): void {
  registered = next;
  for (const listener of listeners) listener();
}

/** The actions of everything that is on the page now. Of two with one shortcut the later one, the nearer, acts. */
export const actions = {
  register(added: readonly Action[]): () => void {
    publish([...registered, ...added]);
    return () => publish(registered.filter((action) => !added.includes(action)));
  },
  current: () => registered,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
