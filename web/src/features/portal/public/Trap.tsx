import { useTranslation } from "react-i18next";
import classes from "./Portal.module.css";

interface Props {
  value: string;
  onChange: (next: string) => void;
}

/** A field that people do not see and machines fill in. */
export function Trap({ value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div className={classes.trap} aria-hidden>
      <label>
        {t("wishes.trap")}
        <input
          name="website"
          tabIndex={-1}
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      </label>
    </div>
  );
}
