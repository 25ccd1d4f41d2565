import type { ElementPath } from "@/policy/xml/element-path";
import type { Board } from "./board";
import type { Drawing } from "./drawing";
import { type Direction, parentPath } from "./keyboard-moves";
import { isWalkKey, stopsOf, walk } from "./walk-cards";

export interface Press {
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "out",
  ArrowRight: "into",
};

/** What a key does on a card or a lane; whether it did anything. */
export function pressOnBoard(board: Board, drawing: Drawing, path: ElementPath, press: Press): boolean {
  const { commands, folded } = board;
  const { key, altKey, ctrlKey, metaKey, shiftKey } = press;
  if (altKey) {
    const direction = directions[key];
    if (direction === undefined || ctrlKey || metaKey) return false;
    commands.step(path, direction);
    return true;
  }
  if (ctrlKey || metaKey) {
    if (key.toLowerCase() !== "d" || shiftKey) return false;
    commands.duplicate(path);
    return true;
  }
  if (isWalkKey(key)) {
    const next = walk(stopsOf(drawing, folded.value), path, key);
    if (next !== null) commands.choose(next, true);
    return true;
  }
  const card = drawing.cards.get(path);
  switch (key) {
    case "ArrowRight":
      if (card?.items != null && folded.value.has(path)) commands.fold(path, false);
      else if (card === undefined || card.items !== null) goInside(board, drawing, path);
      return true;
    case "ArrowLeft":
      if (card?.items != null && !folded.value.has(path)) commands.fold(path, true);
      else if (card !== undefined) commands.choose(parentPath(path), true);
      else {
        const before = walk(stopsOf(drawing, folded.value), path, "PageUp");
        if (before !== null) commands.choose(before, true);
      }
      return true;
    case "Enter":
      commands.settings(path);
      return true;
    case " ":
      if (card?.items != null) commands.fold(path);
      return true;
    case "Delete":
    case "Backspace":
      if (!board.readOnly.value) commands.remove(path);
      return true;
    default:
      return false;
  }
}

function goInside({ commands, folded }: Board, drawing: Drawing, path: ElementPath): void {
  const stops = stopsOf(drawing, folded.value);
  const at = stops.findIndex((stop) => stop.path === path);
  const here = stops[at];
  const next = stops[at + 1];
  if (here !== undefined && next !== undefined && next.level > here.level) commands.choose(next.path, true);
}
