import type { Action } from "./actions";

export interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey?: boolean;
  isComposing: boolean;
  /** 229 while an input method composes, also where isComposing is not set yet. */
  keyCode: number;
  typing: boolean;
}

const sequenceMs = 1_200;

/**
 * Finds the action that keys stand for. Chords with mod and function keys always count; single keys and sequences only
 * outside of inputs, never while an input method composes, and not at all when the person has switched them off.
 */
export class KeyReader {
  private prefix = "";
  private prefixAt = 0;

  read(press: KeyPress, actions: readonly Action[], singleKeys: boolean, now: number): Action | null {
    if (press.isComposing || press.keyCode === 229 || press.altKey) return null;
    const find = (shortcut: string) => actions.findLast((action) => action.shortcut === shortcut) ?? null;
    const always = (shortcut: string) => {
      const found = find(shortcut);
      return found?.notWhileTyping === true && press.typing ? null : found;
    };
    const shift = press.shiftKey === true ? "shift+" : "";
    if (press.ctrlKey || press.metaKey) {
      const key = press.key.toLowerCase();
      return always(`mod+${shift}${key}`) ?? (shift === "" || key === "z" ? null : always(`mod+${key}`));
    }
    if (/^F\d+$/.test(press.key)) return always(shift + press.key);
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
