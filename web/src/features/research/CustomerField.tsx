import { Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { toast } from "@/ui/toast";
import type { Customer } from "./types";
import { useCustomerOptions } from "./useCustomerOptions";
import { useMake } from "./useMake";

interface Props {
  value: string | null;
  onChange: (id: string | null) => void;
}

const NEW = "new:";

/** Whose voice it is; a name that is not known yet can be added on the spot. */
export function CustomerField({ value, onChange }: Props) {
  const { t } = useTranslation();
  const customers = useCustomerOptions();
  const [typed, setTyped] = useState("");
  const make = useMake<Customer>({
    path: "/customers",
    kind: "customer",
    onCreated: (made) => onChange(made.id),
    onFault: (fault) => toast.failed(fault.detail || fault.title),
  });
  const name = typed.trim();
  const isKnown = customers.some(({ label }) => label.toLowerCase() === name.toLowerCase());
  const fresh = name && !isKnown ? [{ value: NEW, label: t("insight.addCustomer", { name }) }] : [];
  return (
    <Select
      label={t("filter.customer")}
      placeholder={t("insight.noCustomer")}
      searchable
      clearable
      disabled={make.isPending}
      data={[...customers, ...fresh]}
      // The offer to add stands whatever is typed.
      filter={({ options, search }) =>
        options.filter(
          (option) =>
            "value" in option &&
            (option.value === NEW || option.label.toLowerCase().includes(search.toLowerCase())),
        )
      }
      searchValue={typed}
      onSearchChange={setTyped}
      value={value}
      onChange={(next) => (next === NEW ? make.mutate({ title: name }) : onChange(next))}
    />
  );
}
