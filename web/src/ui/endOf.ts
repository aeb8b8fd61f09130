/** The last moment of a day, where the person is; none without a day. */
export function endOf(day: string | null): string | null {
  return day && new Date(`${day}T23:59:59`).toISOString();
}
