import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";

type Narrowing = "project" | "product" | "role" | "team";
type View = Partial<Record<Narrowing, string | undefined>>;

interface Props {
  name: Narrowing;
  rows: readonly { id: string; title: string }[];
  view: View;
  onView: (change: View) => void;
  /** Its name stands above it, as those of the fields beside it do. */
  labelled?: boolean;
}

/** Narrows people to those of one project, product, role or team, where there is any. */
export function PickOne({ name, rows, view, onView, labelled = false }: Props) {
  const { t } = useTranslation();
  if (rows.length === 0 && !view[name]) return null;
  const said = t(`load.only.${name}`);
  return (
    <Select
      size="xs"
      w={150}
      clearable
      searchable
      limit={100}
      {...(labelled ? { label: said, placeholder: t("load.any") } : { placeholder: said })}
      aria-label={said}
      data={rows.map(({ id, title }) => ({ value: id, label: title }))}
      value={view[name] ?? null}
      onChange={(next) => onView({ [name]: next ?? undefined })}
    />
  );
}
