interface Step {
  title: string;
  offset_days: number;
}

/** One step to a line: "-14 Tell sales", "T-7 Notes", "+1 Thanks". Without days it is due on the day itself. */
export function readSteps(text: string): Step[] {
  return text.split("\n").flatMap((line) => {
    const found = /^\s*(?:(?:T\s*)?([+\-−]\s*\d+))?\s*(.*?)\s*$/i.exec(line);
    const title = found?.[2] ?? "";
    if (!title) return [];
    const days = (found?.[1] ?? "0").replace("−", "-").replace(/\s/g, "");
    return [{ title, offset_days: Number(days) }];
  });
}

/** The same the other way: one line to a step, each with its days. */
export function writtenSteps(steps: readonly (Pick<Step, "title"> & Partial<Step>)[]): string {
  return steps
    .map(({ title, offset_days = 0 }) => `${offset_days < 0 ? "" : "+"}${offset_days} ${title}`)
    .join("\n");
}
