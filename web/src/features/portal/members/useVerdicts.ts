import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { useDeed } from "./useDeed";
import { useShipping } from "./useShipping";
import type { Item } from "./waiting";

export type Verdict = "accept" | "reject" | "spam";

/** What becomes of what waits. It is gone from the page at once; should the server refuse, it is back. */
export function useVerdicts(onGone: (item: Item) => void) {
  const { t } = useTranslation();
  const { act } = useDeed();
  const { ask } = useShipping();
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const judge = async (item: Item, verdict: Verdict) => {
    if (item.sort === "shipped") {
      if (verdict === "spam" || !(await ask(verdict === "accept"))) return;
    }
    const { said, run } = deedOf(item, verdict, t);
    onGone(item);
    setDecided((now) => new Set(now).add(item.id));
    act(said, run, undefined, () =>
      setDecided((now) => new Set([...now].filter((one) => one !== item.id))),
    );
  };
  return { decided, judge };
}

type Words = ReturnType<typeof useTranslation>["t"];

function deedOf(item: Item, verdict: Verdict, t: Words) {
  if (item.sort === "shipped") {
    const { post } = item.proposal;
    const shipped = verdict === "accept";
    return {
      said: t(shipped ? "portal.shippedDone" : "portal.notShippedDone", { key: post.key }),
      run: () => http.put(`/posts/${post.id}/shipping`, { shipped }, { version: post.version }),
    };
  }
  if (item.sort === "comment") {
    const state = ({ accept: "shown", reject: "rejected", spam: "spam" } as const)[verdict];
    const word = {
      accept: "commentShown",
      reject: "commentRejected",
      spam: "commentSpam",
    } as const;
    return {
      said: t(`portal.${word[verdict]}`),
      run: () =>
        http.put(
          `/posts/comments/${item.comment.id}/state`,
          { state },
          { version: item.comment.version },
        ),
    };
  }
  const { id, key, version } = item.post;
  const word = { accept: "approved", reject: "rejected", spam: "spammed" } as const;
  const deed = ({ accept: "approval", reject: "rejection", spam: "spam" } as const)[verdict];
  return {
    said: t(`portal.${word[verdict]}`, { key }),
    run: () => http.post(`/posts/${id}/${deed}`, {}, { version }),
  };
}
