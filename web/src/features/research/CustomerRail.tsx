import { NumberInput, Text, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { RailSelect } from "@/features/throughline/RailSelect";
import { PeekLink } from "@/ui/PeekLink";
import { Rail } from "@/ui/Rail";
import { RailField } from "@/ui/RailField";
import { useFigures } from "@/ui/words/figures";
import { CUSTOMER_TYPES } from "./discover";
import type { Customer } from "./types";
import { useCompanyOptions } from "./useCustomerOptions";

interface Props {
  customer: Customer;
  canEdit: boolean;
  onSave: (fields: Partial<Customer>) => void;
}

/** What kind of customer it is, whom it belongs to, how large it is and what it is worth. */
export function CustomerRail({ customer, canEdit, onSave }: Props) {
  const { t } = useTranslation();
  const { type, segment } = customer;
  return (
    <Rail>
      <RailField label={t("customer.type")}>
        {canEdit ? (
          <RailSelect
            aria-label={t("customer.type")}
            allowDeselect={false}
            data={CUSTOMER_TYPES.map((value) => ({ value, label: t(`customer.types.${value}`) }))}
            value={type}
            onChange={(next) =>
              onSave(next === "company" ? { type: next, company_id: null } : { type: "person" })
            }
          />
        ) : (
          <Text size="sm">{t(`customer.types.${type}`)}</Text>
        )}
      </RailField>
      {type === "person" && <CompanyField customer={customer} canEdit={canEdit} onSave={onSave} />}
      <RailField label={t("customer.segment")}>
        {canEdit ? (
          <TextInput
            key={segment}
            variant="unstyled"
            size="sm"
            aria-label={t("customer.segment")}
            placeholder={t("customer.addSegment")}
            maxLength={120}
            defaultValue={segment}
            onBlur={({ currentTarget }) =>
              currentTarget.value !== segment && onSave({ segment: currentTarget.value })
            }
          />
        ) : (
          <Text size="sm">{segment || t("customer.noSegment")}</Text>
        )}
      </RailField>
      <FigureField name="value" {...{ customer, canEdit, onSave }} />
      {type === "company" && <FigureField name="size" {...{ customer, canEdit, onSave }} />}
    </Rail>
  );
}

function CompanyField({ customer, canEdit, onSave }: Props) {
  const { t } = useTranslation();
  const companies = useCompanyOptions();
  const { company } = customer;
  const companyId = customer.company_id !== undefined ? customer.company_id : company?.id;
  return (
    <RailField label={t("customer.company")}>
      {canEdit ? (
        <RailSelect
          aria-label={t("customer.company")}
          placeholder={t("customer.noCompany")}
          searchable
          clearable
          data={companies.filter(({ value }) => value !== customer.id)}
          value={companyId ?? null}
          onChange={(next) => onSave({ company_id: next })}
        />
      ) : (
        !company && t("customer.noCompany")
      )}
      {company && company.id === companyId && (
        <PeekLink kind="customer" id={company.id} objectKey={company.key} fz="xs">
          {company.title}
        </PeekLink>
      )}
    </RailField>
  );
}

function FigureField({ name, customer, canEdit, onSave }: Props & { name: "value" | "size" }) {
  const { t } = useTranslation();
  const figures = useFigures();
  const held = customer[name];
  return (
    <RailField label={t(`customer.${name}`)}>
      {canEdit ? (
        <NumberInput
          key={held}
          variant="unstyled"
          size="sm"
          aria-label={t(`customer.${name}`)}
          placeholder={t("customer.unknown")}
          hideControls
          allowNegative={false}
          allowDecimal={false}
          thousandSeparator
          defaultValue={held ?? ""}
          onBlur={({ currentTarget }) => {
            const digits = currentTarget.value.replace(/\D/g, "");
            const next = digits === "" ? null : Number(digits);
            if (next !== held) onSave({ [name]: next });
          }}
        />
      ) : (
        <Text size="sm">{held === null ? t("customer.unknown") : figures.number(held)}</Text>
      )}
    </RailField>
  );
}
