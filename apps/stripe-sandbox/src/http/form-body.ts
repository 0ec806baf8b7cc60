/** Parameters before they are checked: texts, objects and lists. */
export type FormValue = string | FormValue[] | { [name: string]: FormValue };

type Tree = Map<string, Tree | string>;

/** Reads `a[b][0][c]=d` as the SDK writes bodies and queries. */
export function readForm(text: string): Record<string, FormValue> {
  const root: Tree = new Map();
  for (const [name, value] of new URLSearchParams(text)) put(root, partsOf(name), value);
  return Object.fromEntries([...root].map(([name, node]) => [name, finished(node)]));
}

function partsOf(name: string): string[] {
  const [head = '', ...rest] = name.split('[');
  return [head, ...rest.map((part) => part.replace(/\]$/, ''))];
}

function put(tree: Tree, [head = '', ...rest]: string[], value: string): void {
  const key = head === '' ? String(tree.size) : head;
  if (rest.length === 0) {
    tree.set(key, value);
    return;
  }
  const known = tree.get(key);
  const branch: Tree = known instanceof Map ? known : new Map();
  tree.set(key, branch);
  put(branch, rest, value);
}

function finished(node: Tree | string): FormValue {
  if (typeof node === 'string') return node;
  const entries = [...node].map(([name, child]) => [name, finished(child)] as const);
  const isList = entries.every(([name], index) => name === String(index));
  return isList ? entries.map(([, child]) => child) : Object.fromEntries(entries);
}
