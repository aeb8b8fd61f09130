import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";

export interface Numbered {
  id: string;
  number: number;
  created_at: string;
}

interface Props {
  /** Newest first. */
  versions: readonly Numbered[];
  shown: number | undefined;
  /** The number of the version that is compared with. */
  since: number | undefined;
  onShown: (number: number | undefined) => void;
  onSince: (number: number | undefined) => void;
}

/** Which version is shown, and which other one it is compared with. */
export function VersionPicker({ versions, shown, since, onShown, onSince }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  if (versions.length < 2) return null;
  const options = versions.map(({ number, created_at }) => ({
    value: String(number),
    label: t("vision.option", { number, date: figures.date(created_at) }),
  }));
  const newest = versions[0]?.number;
  return (
    <>
      <Select
        size="xs"
        w={190}
        aria-label={t("version.shown")}
        allowDeselect={false}
        value={shown === undefined ? null : String(shown)}
        data={options}
        onChange={(next) => onShown(Number(next) === newest ? undefined : Number(next))}
      />
      <Select
        size="xs"
        w={190}
        clearable
        aria-label={t("version.since")}
        placeholder={t("version.compare")}
        value={since === undefined ? null : String(since)}
        data={options.filter(({ value }) => value !== String(shown))}
        onChange={(next) => onSince(next ? Number(next) : undefined)}
      />
    </>
  );
}
