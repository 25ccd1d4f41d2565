import type { ElementPath } from "@/policy/xml/element-path";
import type { BoardCommands } from "./board-commands";

/** Puts a card's XML on the system's clipboard, and takes the card away when it is cut. */
export function copyXml(commands: BoardCommands, path: ElementPath, what: "copied" | "cut"): void {
  const xml = commands.copied(path, what);
  if (xml === null) return;
  write(xml);
  if (what === "cut") commands.remove(path, true);
}

/** Pages that did not come over TLS have no clipboard but the one of the old command. */
function write(text: string): void {
  if (navigator.clipboard !== undefined) {
    void navigator.clipboard.writeText(text);
    return;
  }
  const put = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener("copy", put, { capture: true, once: true });
  document.execCommand("copy");
  document.removeEventListener("copy", put, { capture: true });
}
