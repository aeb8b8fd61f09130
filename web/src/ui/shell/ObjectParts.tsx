import { Suspense } from "react";
import type { Kind } from "@/api/types";
import { type PartPlace, partsFor } from "./parts";

interface Props {
  place: PartPlace;
  kind: Kind;
  id: string;
  colour?: string;
}

/** Everything the areas have registered for this place. */
export function ObjectParts({ place, kind, id, colour }: Props) {
  return partsFor(place, kind).map((Part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: registered once, in one order
    <Suspense key={index} fallback={null}>
      <Part id={id} colour={colour} />
    </Suspense>
  ));
}
