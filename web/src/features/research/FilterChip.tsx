import { Pill } from "@mantine/core";
import { useTranslation } from "react-i18next";

interface Props {
  word: string;
  onRemove: () => void;
}

export function FilterChip({ word, onRemove }: Props) {
  const { t } = useTranslation();
  return (
    <Pill
      size="sm"
      withRemoveButton
      onRemove={onRemove}
      removeButtonProps={{
        "aria-label": t("filter.remove", { filter: word }),
        "aria-hidden": false,
        tabIndex: 0,
      }}
    >
      {word}
    </Pill>
  );
}
