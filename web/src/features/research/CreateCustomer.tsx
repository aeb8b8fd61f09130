import { Group, NumberInput, SegmentedControl, Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { CreateForm } from "@/ui/CreateForm";
import type { CreateProps } from "@/ui/shell/registry";
import { CUSTOMER_TYPES } from "./discover";
import type { Customer } from "./types";
import { useCompanyOptions } from "./useCustomerOptions";
import { useMake } from "./useMake";

const BLANK = {
  title: "",
  type: "company" as Customer["type"],
  company_id: null as string | null,
  segment: "",
  size: "" as number | string,
  value: "" as number | string,
};

export default function CreateCustomer({ onCreated, onCancel }: CreateProps) {
  const { t } = useTranslation();
  const companies = useCompanyOptions();
  const form = useForm({ initialValues: BLANK });
  const make = useMake<Customer>({
    path: "/customers",
    kind: "customer",
    onCreated,
    onFault: (fault) => form.setErrors(fault.byField()),
  });
  const isPerson = form.values.type === "person";
  const submit = ({ size, value, company_id, ...fields }: typeof BLANK) =>
    make.mutate({
      ...fields,
      company_id: isPerson ? company_id : null,
      size: isPerson || size === "" ? null : size,
      value: value === "" ? null : value,
    });
  return (
    <CreateForm
      onSubmit={form.onSubmit(submit)}
      onCancel={onCancel}
      isPending={make.isPending}
      fault={make.error}
    >
      <SegmentedControl
        aria-label={t("customer.type")}
        data={CUSTOMER_TYPES.map((value) => ({ value, label: t(`customer.types.${value}`) }))}
        {...form.getInputProps("type")}
      />
      <TextInput
        label={t("customer.name")}
        data-autofocus
        required
        maxLength={300}
        {...form.getInputProps("title")}
      />
      {isPerson && (
        <Select
          label={t("customer.company")}
          placeholder={t("customer.noCompany")}
          searchable
          clearable
          data={companies}
          {...form.getInputProps("company_id")}
        />
      )}
      <TextInput label={t("customer.segment")} maxLength={120} {...form.getInputProps("segment")} />
      <Group grow align="start">
        <NumberInput
          label={t("customer.value")}
          hideControls
          allowNegative={false}
          allowDecimal={false}
          thousandSeparator
          {...form.getInputProps("value")}
        />
        {!isPerson && (
          <NumberInput
            label={t("customer.size")}
            hideControls
            allowNegative={false}
            allowDecimal={false}
            thousandSeparator
            {...form.getInputProps("size")}
          />
        )}
      </Group>
    </CreateForm>
  );
}
