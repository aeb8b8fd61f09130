import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import type { Assumption, RiskRead } from "../types";
import { useDeed } from "../useDeed";

/** Says something of a risk: the first word writes the assumption down, later ones change it. */
export function useAssume(ideaId: string, { risk, assumption }: RiskRead) {
  const { t } = useTranslation();
  const deed = useDeed<Assumption>();
  return (fields: Partial<Assumption>) =>
    deed.mutate({
      run: () =>
        assumption
          ? http.patch<Assumption>(`/assumptions/${assumption.id}`, fields, {
              version: assumption.version,
            })
          : http.post<Assumption>(`/ideas/${ideaId}/assumptions`, { risk, ...fields }),
      said: t("risk.saved", { risk: t(`risk.${risk}`) }),
    });
}
