/** How deep a tree's objects stand in each other, found without recursion. */
export function treeHeight(root: object): number {
  const open: { readonly node: object; readonly height: number }[] = [{ node: root, height: 1 }];
  let most = 0;
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const { node, height } = entry;
    most = Math.max(most, height);
    for (const child of Object.values(node)) {
      if (typeof child === "object" && child !== null) {
        open.push({ node: child, height: Array.isArray(node) ? height : height + 1 });
      }
    }
  }
  return most;
}
