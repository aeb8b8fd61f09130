import { useEffect, useState } from "react";
import { sumOf } from "./hours";

const TICK = 10_000;

/** How long a timer has run, as hours and minutes. */
export function Elapsed({ since }: { since: string }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const ticking = setInterval(() => setNow(Date.now()), TICK);
    return () => clearInterval(ticking);
  }, []);
  return <>{sumOf(Math.max(0, Math.floor((now - Date.parse(since)) / 60_000)))}</>;
}
