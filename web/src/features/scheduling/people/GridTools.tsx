import { Button, Group, Select, Text, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Resource } from "@/features/delivery/resources/resources";
import { PickOne } from "../load/PickOne";
import type { PeopleView } from "./view";

interface Props {
  view: PeopleView;
  onView: (change: Partial<PeopleView>) => void;
  everybody: readonly Resource[];
  children: ReactNode;
}

/** Which items and whom the grid shows; beside that what is done to it. */
export function GridTools({ view, onView, everybody, children }: Props) {
  const { t } = useTranslation();
  const of = (type: Resource["type"]) => everybody.filter((one) => one.type === type);
  const find = (name: "q" | "who", says: string) => (
    <TextInput
      size="xs"
      w={150}
      type="search"
      maxLength={100}
      leftSection={<IconSearch size={14} aria-hidden />}
      aria-label={says}
      placeholder={says}
      value={view[name] ?? ""}
      onChange={({ currentTarget }) => onView({ [name]: currentTarget.value || undefined })}
    />
  );
  return (
    <Group gap="sm" my="sm">
      {find("q", t("people.findItem"))}
      {find("who", t("load.find"))}
      <PickOne name="role" rows={of("role")} view={view} onView={onView} />
      <PickOne name="team" rows={of("team")} view={view} onView={onView} />
      {children}
    </Group>
  );
}

interface ChosenProps {
  count: number;
  everybody: readonly Resource[];
  onAssign: (resource: string) => void;
  onCancel: () => void;
}

/** Puts somebody on all of the items that are ticked. */
export function ChosenTools({ count, everybody, onAssign, onCancel }: ChosenProps) {
  const { t } = useTranslation();
  return (
    <>
      <Text size="sm">{t("people.chosen", { count })}</Text>
      <Select
        size="xs"
        searchable
        aria-label={t("people.assignChosen")}
        placeholder={t("people.assignChosen")}
        value={null}
        data={everybody.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(one) => one && onAssign(one)}
      />
      <Button size="xs" variant="default" onClick={onCancel}>
        {t("cancel")}
      </Button>
    </>
  );
}
