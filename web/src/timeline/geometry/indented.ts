/**
 * Pixels by which a level (0 at the top) stands to the right: a step each at first, ever less for the deeper ones, and
 * never more than `most`, so that titles have room at any depth.
 */
export function indented(level: number, step: number, most = 160): number {
  return most * (1 - Math.exp((-level * step) / most));
}
