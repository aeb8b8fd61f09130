import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { confirm } from "@/ui/confirm";
import { useDeed } from "./useDeed";

/** Answer whether what was released fulfils a post: a yes is asked for twice, because mails go out. */
export function useShipping() {
  const { t } = useTranslation();
  const { act, isPending } = useDeed();
  const ask = async (shipped: boolean) =>
    !shipped ||
    (await confirm({
      title: t("portal.shipAsk"),
      detail: t("portal.shipDetail"),
      verb: t("portal.shipped"),
      isDestructive: false,
    }));
  const settle = async (post: { id: string; key: string; version: number }, shipped: boolean) => {
    if (!(await ask(shipped))) return;
    act(t(shipped ? "portal.shippedDone" : "portal.notShippedDone", { key: post.key }), () =>
      http.put(`/posts/${post.id}/shipping`, { shipped }, { version: post.version }),
    );
  };
  return { settle, ask, isPending };
}
