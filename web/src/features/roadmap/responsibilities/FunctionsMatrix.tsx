import { ActionIcon, Group, Menu, Select, Stack, Text } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { peopleQuery } from "@/features/core/members";
import { PersonSelect } from "@/features/core/PersonSelect";
import { RaciLegend } from "@/features/core/raci/RaciLegend";
import { RaciLetter } from "@/features/core/raci/RaciLetter";
import { type RaciLine, RaciMatrix } from "@/features/core/raci/RaciMatrix";
import { ROLES, type Role } from "@/features/core/raci/raci";
import { Answering, useSaid } from "./Answering";
import { holdersOf, type Person, rolesIn, type Sheet, withRole } from "./responsibilities";
import { useShareOut } from "./useShareOut";

interface Props {
  productId: string;
  sheets: readonly Sheet[];
  /** Whose functions: an initiative's, else the product's own. */
  of: string | undefined;
  onOf: (id: string | undefined) => void;
}

/** The twelve functions by people, with a letter for each role. */
export function FunctionsMatrix({ productId, sheets, of, onOf }: Props) {
  const { t } = useTranslation();
  const said = useSaid();
  const { data: everybody } = useQuery(peopleQuery);
  const share = useShareOut(productId);
  const [added, setAdded] = useState<readonly string[]>([]);
  const sheet = sheets.find(({ subject }) => subject.id === of) ?? sheets[0];
  if (!sheet) return null;
  const holders = holdersOf(sheets);
  const more = (everybody ?? []).filter(
    ({ id }) => added.includes(id) && !holders.some((one) => one.id === id),
  );
  const people = [...holders, ...more.map((one) => ({ ...one, active: true }))];
  const canEdit = sheet.can.edit === true;
  const subject = sheet.subject.id;
  const set = (functions: readonly string[], member: string, role: Role | null) =>
    share.mutate(
      functions.map((name) => ({
        subject,
        function: name,
        saying: ({ functions: now }) => {
          const holding = now.find((one) => one.function === name);
          return holding && withRole(holding, member, role);
        },
      })),
    );
  /** Those functions in which somebody has nothing to do yet. */
  const idle = (person: Person) =>
    sheet.functions.filter((one) => !rolesIn(one).has(person.id)).map((one) => one.function);
  const lines: RaciLine[] = sheet.functions.map((one) => ({
    id: one.function,
    name: t(`responsibility.function.${one.function}`),
    label: (
      <Text span size="sm" title={said(one)}>
        {t(`responsibility.function.${one.function}`)}
      </Text>
    ),
    roles: rolesIn(one),
    faint: one.inherited,
    end: one.standing === "owned" && !one.deputy ? null : <Answering holding={one} size="row" />,
  }));
  return (
    <Stack gap="sm">
      <Group align="end">
        <Select
          label={t("responsibility.matrixOf")}
          w={320}
          data={sheets.map(({ subject: one }) => ({
            value: one.id,
            label:
              one.kind === "product"
                ? t("responsibility.everywhere", { product: one.title })
                : `${one.key} ${one.title}`,
          }))}
          value={subject}
          onChange={(id) => onOf(id === sheets[0]?.subject.id ? undefined : (id ?? undefined))}
          allowDeselect={false}
          searchable
        />
        {canEdit && (
          <PersonSelect
            label={t("responsibility.addPerson")}
            value={null}
            onChange={(id) => id && setAdded((before) => [...before, id])}
          />
        )}
      </Group>
      <RaciLegend hint={canEdit ? t("raci.hint") : undefined} />
      <RaciMatrix
        label={t("responsibility.title")}
        head={t("responsibility.functionHead")}
        lines={lines}
        people={people}
        may={canEdit ? ROLES : []}
        personHead={(person) => (
          <Group gap={2} justify="center" wrap="nowrap">
            <span>{person.name}</span>
            {canEdit && (
              <Menu width={260} position="bottom-end">
                <Menu.Target>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="sm"
                    aria-label={t("responsibility.allOf", { person: person.name })}
                  >
                    <IconChevronDown size={14} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Label>{t("responsibility.whereNothing")}</Menu.Label>
                  {ROLES.map((role) => (
                    <Menu.Item
                      key={role}
                      leftSection={<RaciLetter role={role} />}
                      onClick={() => set(idle({ ...person, active: true }), person.id, role)}
                    >
                      {t(`raci.role.${role}`)}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            )}
          </Group>
        )}
        onSet={(line, person, role) => set([line.id], person.id, role)}
      />
    </Stack>
  );
}
