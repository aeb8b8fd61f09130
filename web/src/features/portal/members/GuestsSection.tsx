import {
  ActionIcon,
  Button,
  Group,
  PasswordInput,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { http } from "@/api/http";
import { guestsQuery, type Portal } from "./portals";
import { useDeed } from "./useDeed";

/** Who enters a private portal: invited addresses, and whoever knows the passphrase. */
export function GuestsSection({ portal }: { portal: Portal }) {
  const { t } = useTranslation();
  const { act, isPending } = useDeed();
  const { data: guests } = useQuery(guestsQuery(portal.id));
  const [email, setEmail] = useState("");
  const [passphrase, setPassphrase] = useState("");
  const invite = (event: FormEvent) => {
    event.preventDefault();
    act(
      t("portal.invited", { email }),
      () => http.post(`/portals/${portal.id}/guests`, { email }),
      () => setEmail(""),
    );
  };
  const setWords = (words: string) =>
    act(t(words ? "portal.passphraseSet" : "portal.passphraseGone"), () =>
      http.put(
        `/portals/${portal.id}/passphrase`,
        { passphrase: words },
        { version: portal.version },
      ),
    );
  return (
    <Stack gap="md">
      <div>
        <Title order={2}>{t("portal.guests")}</Title>
        <Text size="sm" c="dimmed">
          {t("portal.guestsLead")}
        </Text>
      </div>
      {(guests ?? []).map((guest) => (
        <Group key={guest.id} gap="sm">
          <Text size="sm">{guest.email}</Text>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t("portal.uninvite", { email: guest.email })}
            onClick={() =>
              act(t("portal.uninvited", { email: guest.email }), () =>
                http.delete(`/portals/guests/${guest.id}`),
              )
            }
          >
            <IconX size={14} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      <form onSubmit={invite}>
        <Group align="flex-end" gap="sm">
          <TextInput
            type="email"
            flex={1}
            label={t("portal.guestEmail")}
            required
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" loading={isPending}>
            {t("portal.invite")}
          </Button>
        </Group>
      </form>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setWords(passphrase);
        }}
      >
        <Group align="flex-end" gap="sm">
          <PasswordInput
            flex={1}
            label={t("portal.passphrase")}
            description={t("portal.passphraseHint")}
            required
            minLength={8}
            autoComplete="new-password"
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          <Button type="submit" variant="default">
            {t("portal.setPassphrase")}
          </Button>
          {portal.passphrase && (
            <Button variant="default" onClick={() => setWords("")}>
              {t("portal.removePassphrase")}
            </Button>
          )}
        </Group>
      </form>
    </Stack>
  );
}
