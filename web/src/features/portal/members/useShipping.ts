import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { confirm } from "@/ui/confirm";
import { useDeed } from "./useDeed";

/** Answer whether what was released fulfils a post: a yes is asked for twice, because mails go out. */
export function useShipping(post: { id: string; key: string; version: number }) {
  const { t } = useTranslation();
  const { act, isPending } = useDeed();
  const settle = async (shipped: boolean) => {
    const isSure = !shipped || (await isCertain());
    if (!isSure) return;
    act(t(shipped ? "portal.shippedDone" : "portal.notShippedDone", { key: post.key }), () =>
      http.put(`/posts/${post.id}/shipping`, { shipped }, { version: post.version }),
    );
  };
  const isCertain = () =>
    confirm({
      title: t("portal.shipAsk"),
      detail: t("portal.shipDetail"),
      verb: t("portal.shipped"),
      isDestructive: false,
    });
  return { settle, isCertain, isPending };
}
