/** One key or two in a row ("g r"), written the way the shortcuts dialog shows them. */
export interface Binding {
  keys: string;
  run: () => void;
  /** What it does, in words, for the list of shortcuts. */
  says?: string;
}

export interface Waiting {
  first: string;
  at: number;
}

export interface Step {
  run?: () => void;
  waiting?: Waiting;
}

const PATIENCE_MS = 1200;

/** What a key press means, given what was pressed just before. */
export function step(
  key: string,
  at: number,
  waiting: Waiting | undefined,
  bindings: readonly Binding[],
): Step {
  if (waiting && at - waiting.at <= PATIENCE_MS) {
    const pair = bindings.find((binding) => binding.keys === `${waiting.first} ${key}`);
    if (pair) return { run: pair.run };
  }
  const single = bindings.find((binding) => binding.keys === key);
  if (single) return { run: single.run };
  const opens = bindings.some((binding) => binding.keys.startsWith(`${key} `));
  return opens ? { waiting: { first: key, at } } : {};
}

/** Keys belong to the text or the dialog that has the focus before they belong to us. */
export function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return target.matches("input, textarea, select") || target.isContentEditable || inDialog(target);
}

function inDialog(target: HTMLElement): boolean {
  return target.closest("[role=dialog], [role=menu], [role=listbox]") !== null;
}
