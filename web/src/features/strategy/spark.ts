export interface Reading {
  at: string;
  value: number;
}

interface Frame {
  start: number;
  target: number;
  width: number;
  height: number;
}

export interface Spark {
  /** The line through the readings, oldest first. */
  path: string;
  /** Where the newest reading stands. */
  end: { x: number; y: number } | null;
  /** The height of the target. */
  targetY: number;
}

/** Room at the edges, so that strokes and the last dot are drawn whole. */
const EDGE = 3;

/** The way of a key result: time to the right, value upward, start and target always in the picture. */
export function sparkOf(readings: readonly Reading[], frame: Frame): Spark {
  const { start, target, width, height } = frame;
  const values = [start, target, ...readings.map(({ value }) => value)];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const times = readings.map(({ at }) => Date.parse(at));
  const first = Math.min(...times);
  const span = Math.max(...times) - first;
  const y = (value: number) =>
    round(height - EDGE - ((value - low) / (high - low || 1)) * (height - 2 * EDGE));
  const x = (time: number) =>
    round(span > 0 ? EDGE + ((time - first) / span) * (width - 2 * EDGE) : width - EDGE);
  const points = readings
    .map(({ at, value }) => ({ time: Date.parse(at), value }))
    .sort((a, b) => a.time - b.time)
    .map(({ time, value }) => ({ x: x(time), y: y(value) }));
  return {
    path: points.map((point, place) => `${place === 0 ? "M" : "L"}${point.x} ${point.y}`).join(""),
    end: points.at(-1) ?? null,
    targetY: y(target),
  };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
