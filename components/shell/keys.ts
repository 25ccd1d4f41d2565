import type { Action } from "./actions";

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  /** 229 while an input method composes, also where isComposing is not set yet. */
  keyCode: number;
  typing: boolean;
}

const sequenceMs = 1_200;

/**
 * Finds the action that keys stand for. Chords with mod always count; single keys and sequences only outside of
 * inputs, never while an input method composes, and not at all when the person has switched them off.
 */
export class KeyReader {
  private prefix = "";
  private prefixAt = 0;

  read(press: KeyPress, actions: readonly Action[], singleKeys: boolean, now: number): Action | null {
    if (press.isComposing || press.keyCode === 229 || press.altKey) return null;
    const find = (shortcut: string) => actions.findLast((action) => action.shortcut === shortcut) ?? null;
    if (press.ctrlKey || press.metaKey) return find(`mod+${press.key.toLowerCase()}`);
    if (!singleKeys || press.typing || press.key.length !== 1) return null;
    const prefix = now - this.prefixAt <= sequenceMs ? this.prefix : "";
    this.prefix = "";
    const sequence = prefix === "" ? null : find(`${prefix} ${press.key}`);
    if (sequence !== null) return sequence;
    if (actions.some((action) => action.shortcut?.startsWith(`${press.key} `))) {
      this.prefix = press.key;
      this.prefixAt = now;
      return null;
    }
    return find(press.key);
  }
}
