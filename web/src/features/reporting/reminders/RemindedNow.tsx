import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Section } from "@/features/core/Section";
import { ReminderList } from "./ReminderList";
import { remindersQuery } from "./reminders";

/** Reminders whose moment has come and that are not done yet, at the top of the inbox. */
export function RemindedNow() {
  const { t } = useTranslation();
  const { data } = useInfiniteQuery(remindersQuery(false));
  const told = data?.pages.flatMap((page) => page.items).filter((one) => one.told_at) ?? [];
  if (told.length === 0) return null;
  return (
    <Section title={t("reminder.now")} empty="">
      <ReminderList reminders={told} />
    </Section>
  );
}
