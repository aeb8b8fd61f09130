import { useTranslation } from "react-i18next";
import { LineField } from "./LinesField";

interface Props {
  note: string;
  placeholder: string;
  canEdit: boolean;
  onSave: (note: string) => void;
}

/** What is noted of a day; whoever only reads sees it where there is something. */
export function NoteLine({ note, ...rest }: Props) {
  const { t } = useTranslation();
  if (!rest.canEdit && note === "") return null;
  return <LineField label={t("milestone.note")} value={note} {...rest} />;
}
