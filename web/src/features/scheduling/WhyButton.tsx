import { Anchor } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import type { DateName } from "./why";

interface Props {
  date: DateName;
  at: string;
  /** None where nobody can say. */
  onWhy: ((date: DateName) => void) | undefined;
}

/** A computed date that tells why it is there. */
export function WhyButton({ date, at, onWhy }: Props) {
  const { t } = useTranslation();
  const shown = useFigures().date(at);
  if (!onWhy) return <span>{shown}</span>;
  return (
    <Anchor
      component="button"
      type="button"
      size="sm"
      aria-label={t("why.ask", { date: shown })}
      title={t("why.title")}
      onClick={() => onWhy(date)}
    >
      {shown}
    </Anchor>
  );
}
