import { Button, Group, Select, Stack, Table, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { useSession } from "@/api/session";
import { productsQuery } from "@/features/core/products";
import { useItemTypes } from "@/features/core/types/itemTypes";
import { useKept } from "@/features/core/useKept";
import { confirm } from "@/ui/confirm";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { useKindWord } from "@/ui/kinds";
import { LoadingState } from "@/ui/LoadingState";
import { HiddenHead } from "@/ui/table/HiddenHead";
import stacked from "@/ui/table/Stacked.module.css";
import { CustomFieldModal } from "./CustomFieldModal";
import { type CustomField, customFieldsQuery, KINDS } from "./customFields";
import { EveryListLink } from "./EveryListLink";

/** Fields that people added to the objects of the workspace. */
export function CustomFieldsPage() {
  const { t } = useTranslation();
  const kindWord = useKindWord();
  const { mutate: keep } = useKept("custom_field");
  const [kind, setKind] = useState<string>(KINDS[0]);
  const [open, setOpen] = useState<CustomField | "new">();
  const { data, error, refetch } = useQuery(customFieldsQuery(kind));
  const { data: products = [] } = useQuery(productsQuery);
  const { can } = useSession();
  const mayAdd = can.administer || products.some((product) => product.can.edit);
  const { byId } = useItemTypes();
  const remove = async (field: CustomField) => {
    const { title, version } = field;
    const question = {
      title: t("customFields.removeAsk", { title }),
      detail: t("customFields.removeDetail"),
    };
    if (!(await confirm({ ...question, verb: t("customFields.remove") }))) return;
    keep({
      run: () => http.post(`/custom-fields/${field.id}/archival`, undefined, { version }),
      said: t("customFields.removed", { title }),
    });
  };
  return (
    <Stack gap="md">
      <Text c="dimmed">
        {t("customFields.lead")}{" "}
        <EveryListLink kind="custom_field">{t("customFields.all")}</EveryListLink>
      </Text>
      <Group justify="space-between">
        <Select
          size="xs"
          aria-label={t("customFields.kind")}
          allowDeselect={false}
          value={kind}
          data={KINDS.map((one) => ({ value: one, label: kindWord(one) }))}
          onChange={(next) => next && setKind(next)}
        />
        {mayAdd && (
          <Button
            size="xs"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => setOpen("new")}
          >
            {t("customFields.add")}
          </Button>
        )}
      </Group>
      {error && !data ? (
        <ErrorState title={error.title} detail={error.detail} onRetry={() => void refetch()} />
      ) : !data ? (
        <LoadingState />
      ) : data.length === 0 ? (
        <EmptyState sentence={t("customFields.none")} />
      ) : (
        <Table fz="sm" className={stacked.table}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("customFields.name")}</Table.Th>
              <Table.Th>{t("customFields.type")}</Table.Th>
              <Table.Th>{t("customFields.for")}</Table.Th>
              <HiddenHead />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.map((field) => (
              <Table.Tr key={field.id}>
                <Table.Td>
                  {field.title}
                  {field.description && (
                    <Text size="xs" c="dimmed">
                      {field.description}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  {t(`customFields.types.${field.type}`)}
                  {field.of && `: ${kindWord(field.of)}`}
                  {field.options.length > 0 && (
                    <Text size="xs" c="dimmed">
                      {field.options.map(({ label }) => label).join(", ")}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td data-called={t("customFields.for")}>
                  {products.find(({ id }) => id === field.product_id)?.title ??
                    t("customFields.everywhere")}
                  {field.only_types.length > 0 && (
                    <Text size="xs" c="dimmed">
                      {field.only_types
                        .map((id) => (id ? byId.get(id)?.title : t("itemTypes.plain")))
                        .filter(Boolean)
                        .join(", ")}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  {field.can.edit && (
                    <Group gap={4} justify="flex-end" wrap="nowrap">
                      <Button size="compact-xs" variant="subtle" onClick={() => setOpen(field)}>
                        {t("list.editField")}
                      </Button>
                      <Button
                        size="compact-xs"
                        variant="subtle"
                        color="gray"
                        onClick={() => void remove(field)}
                      >
                        {t("customFields.remove")}
                      </Button>
                    </Group>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {open && (
        <CustomFieldModal
          kind={kind}
          field={open === "new" ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Stack>
  );
}
