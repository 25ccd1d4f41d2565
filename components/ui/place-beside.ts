export type Align = "start" | "center" | "end";

const edge = 8;

/** Puts a panel of the top layer under what it belongs to, or above it where there is more room; never off the screen. */
export function placeBeside(panel: HTMLElement, anchor: Element, align: Align, gap: number): void {
  const beside = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = panel;
  const fitsBelow = beside.bottom + gap + height <= window.innerHeight - edge;
  const top = fitsBelow || beside.top < height + gap + edge ? beside.bottom + gap : beside.top - gap - height;
  const wanted = { start: beside.left, center: beside.left + (beside.width - width) / 2, end: beside.right - width }[
    align
  ];
  const left = Math.max(edge, Math.min(wanted, window.innerWidth - width - edge));
  panel.style.top = `${Math.round(top)}px`;
  panel.style.left = `${Math.round(left)}px`;
}
