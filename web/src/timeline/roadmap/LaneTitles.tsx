import { useLayoutEffect, useRef } from "react";
import { HEADER_HEIGHT } from "../geometry/bars";
import type { ViewStore } from "../view/viewStore";
import type { TimelineWords } from "../words";
import styles from "./Roadmap.module.css";
import type { Scene } from "./scene";

interface Props {
  store: ViewStore;
  scene: Scene;
  words: TimelineWords;
}

/** The lanes' names beside their items. They scroll with the drawing, not before it. */
export function LaneTitles({ store, scene, words }: Props) {
  const layer = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const follow = () => {
      if (layer.current) layer.current.style.transform = `translateY(${-store.get().scrollTop}px)`;
    };
    follow();
    return store.subscribe(follow);
  }, [store]);
  return (
    <div className={styles.lanes}>
      <div className={styles.corner} style={{ height: HEADER_HEIGHT }}>
        {words.lane}
      </div>
      <div className={styles.window}>
        <div ref={layer}>
          {scene.bands.map((band) => (
            <div key={band.id ?? ""} className={styles.lane} style={{ height: band.height }}>
              <span className={styles.mark} style={{ background: band.colour ?? undefined }} />
              <span className={styles.laneTitle}>{band.title}</span>
              <span className={styles.count}>{band.items.length}</span>
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
