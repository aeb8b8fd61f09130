import type { Run } from "./search";

interface Props {
  runs: readonly Run[];
}

/** Text with what was looked for marked. */
export function Marked({ runs }: Props) {
  return runs.map(({ text, hit }, place) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: runs of one text have no ids and are drawn whole
    hit ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
  );
}
