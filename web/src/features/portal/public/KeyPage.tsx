import { Button } from "@mantine/core";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { Door } from "@/ui/Door";
import { ProblemNote } from "@/ui/ProblemNote";
import { usePortalDeed } from "./usePortalDeed";
import { type PublicPortal, portalPath } from "./wishes";

interface Props {
  slug: string;
  mailedKey: string;
  onUsed: () => void;
}

/** Uses a mailed link, once, and goes on to the portal. */
export function KeyPage({ slug, mailedKey, onUsed }: Props) {
  const { t } = useTranslation();
  const began = useRef(false);
  const { mutate, error } = usePortalDeed(
    slug,
    (key: string) => http.post<PublicPortal>(`${portalPath(slug)}/entry`, { key }),
    onUsed,
  );
  useEffect(() => {
    // A second use would be refused: the key is good once.
    if (began.current) return;
    began.current = true;
    mutate(mailedKey);
  }, [mailedKey, mutate]);
  return (
    <Door title={t(error ? "wishes.keyOver" : "wishes.coming")}>
      <ProblemNote fault={error} />
      {error && <Button onClick={onUsed}>{t("wishes.again")}</Button>}
    </Door>
  );
}
