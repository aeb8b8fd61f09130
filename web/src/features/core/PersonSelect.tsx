import { Select, type SelectProps } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { peopleQuery } from "./members";

interface Props extends Omit<SelectProps, "data" | "value" | "onChange"> {
  value: string | null;
  onChange: (memberId: string | null) => void;
}

/** A person of the workspace, or nobody. */
export function PersonSelect({ value, onChange, ...rest }: Props) {
  const { t } = useTranslation();
  const { data } = useQuery(peopleQuery);
  return (
    <Select
      searchable
      clearable
      placeholder={t("person.none")}
      {...rest}
      value={value}
      onChange={onChange}
      data={(data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
