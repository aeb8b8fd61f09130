/** "+1.5 d": working minutes in days of the project, a plus for what is later or more. */
export function varianceText(
  minutes: number | null | undefined,
  perDay: number,
  number: (value: number) => string,
): string {
  if (minutes === null || minutes === undefined) return "";
  const days = Math.round((minutes / perDay) * 100) / 100;
  return `${days > 0 ? "+" : ""}${number(days)} d`;
}

/** "+12 h", for work. */
export function hoursText(
  minutes: number | null | undefined,
  number: (value: number) => string,
): string {
  if (minutes === null || minutes === undefined) return "";
  const hours = Math.round((minutes / 60) * 10) / 10;
  return `${hours > 0 ? "+" : ""}${number(hours)} h`;
}
