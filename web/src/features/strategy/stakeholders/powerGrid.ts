interface Stand {
  power: number;
  interest: number;
}

/** Where somebody stands on a picture of this size: interest to the right, power upwards, each 0 to 100. */
export function placeOf({ power, interest }: Stand, width: number, height: number) {
  return { x: (interest / 100) * width, y: (1 - power / 100) * height };
}

/** How somebody stands who is put there; whole figures, in bounds. */
export function standAt(x: number, y: number, width: number, height: number): Stand {
  const share = (part: number, whole: number) =>
    Math.round(Math.max(0, Math.min(1, part / whole)) * 100);
  return { power: 100 - share(y, height), interest: share(x, width) };
}
