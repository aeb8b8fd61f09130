import { Button, Checkbox, Group, Popover, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconSignature } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { ProblemNote } from "@/ui/ProblemNote";
import { toast } from "@/ui/toast";
import { useFigures } from "@/ui/words/figures";
import { GiveVerdict } from "./GiveVerdict";
import { signOffQuery } from "./queries";
import classes from "./SignOff.module.css";
import type { SignOff } from "./types";
import { WordMark } from "./WordMark";

interface Props {
  /** The version on the server: "/visions/<id>". */
  path: string;
  id: string;
  boxes: readonly { value: string; label: string }[];
  /** May it be put up, if it was not yet? */
  canAsk: boolean;
}

/** Who agrees to this version: asked for, given and shown. */
export function SignOffPanel({ path, id, boxes, canAsk }: Props) {
  const { t } = useTranslation();
  const figures = useFigures();
  const { data: signOff } = useQuery(signOffQuery(path, id));
  if (signOff === undefined) return null;
  if (signOff === null) {
    return canAsk ? <AskForSignOff path={path} id={id} boxes={boxes} /> : null;
  }
  const { people, alignment, mine, asked_by, asked_at } = signOff;
  return (
    <section className={classes.panel} aria-label={t("signOff.title")}>
      <header className={classes.head}>
        <IconSignature size={16} aria-hidden />
        <Text component="h3" size="sm" fw={600} m={0}>
          {t("signOff.title")}
        </Text>
        {alignment !== null && (
          <Text size="sm" title={t("signOff.alignmentMeans")}>
            {t("signOff.alignment", { share: figures.percent(alignment) })}
          </Text>
        )}
        <Text size="xs" c="dimmed" ml="auto">
          {t("signOff.by", { who: asked_by?.name ?? "", when: figures.date(asked_at) })}
        </Text>
      </header>
      {mine && <GiveVerdict path={path} id={id} signOff={signOff} />}
      <ul className={classes.people}>
        {people.map((person) => (
          <li key={person.stakeholder_id}>
            <span className={classes.name}>{person.name}</span>
            <WordMark word={person.verdict?.word ?? null} />
            <span className={classes.text}>
              {person.verdict?.text}
              {!person.asked && (
                <Text span size="xs" c="dimmed">
                  {" "}
                  {t("signOff.stands", { number: person.verdict?.version })}
                </Text>
              )}
              {person.asked && person.earlier && (
                <Text span size="xs" c="dimmed">
                  {" "}
                  {t("signOff.earlier", {
                    number: person.earlier.version,
                    word: t(`signOff.word.${person.earlier.word}`),
                  })}
                  {person.earlier.text && ` “${person.earlier.text}”`}
                </Text>
              )}
            </span>
          </li>
        ))}
      </ul>
      <Text size="xs" c="dimmed" className={classes.hash}>
        {t("signOff.hash", { hash: signOff.content_hash.slice(0, 12) })}
      </Text>
    </section>
  );
}

function AskForSignOff({ path, id, boxes }: Omit<Props, "canAsk">) {
  const { t } = useTranslation();
  const cache = useQueryClient();
  const [opened, popover] = useDisclosure();
  const [material, setMaterial] = useState<string[]>([]);
  const ask = useMutation({
    mutationFn: () => http.post<SignOff>(`${path}/sign-off`, { material }),
    onSuccess: (asked) => {
      cache.setQueryData(signOffQuery(path, id).queryKey, asked);
      popover.close();
      // No undo to offer: the question is in their inbox.
      toast.done(
        t("signOff.asked", { count: asked.people.filter(({ asked: each }) => each).length }),
      );
    },
  });
  return (
    <Group mt="md">
      <Popover
        opened={opened}
        onChange={(next) => !next && popover.close()}
        width={360}
        position="bottom-start"
        trapFocus
      >
        <Popover.Target>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconSignature size={16} aria-hidden />}
            onClick={popover.toggle}
          >
            {t("signOff.ask")}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap="sm">
            <Text size="sm">{t("signOff.means")}</Text>
            <Checkbox.Group
              label={t("signOff.material")}
              description={t("signOff.materialMeans")}
              value={material}
              onChange={setMaterial}
            >
              <Stack gap={6} mt={8}>
                {boxes.map(({ value, label }) => (
                  <Checkbox key={value} size="xs" value={value} label={label} />
                ))}
              </Stack>
            </Checkbox.Group>
            <ProblemNote fault={ask.error} />
            <Button loading={ask.isPending} onClick={() => ask.mutate()}>
              {t("signOff.askDo")}
            </Button>
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </Group>
  );
}
