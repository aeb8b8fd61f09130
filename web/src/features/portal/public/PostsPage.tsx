import { Alert, Button, Group, Modal, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback, useDisclosure } from "@mantine/hooks";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorState } from "@/ui/ErrorState";
import { LoadingState } from "@/ui/LoadingState";
import { AskForLink } from "./AskForLink";
import { Pages } from "./Pages";
import classes from "./Portal.module.css";
import { PostRow } from "./PostRow";
import { WriteWish } from "./WriteWish";
import {
  type PublicPortal,
  postsQuery,
  type Received,
  SORTS,
  STATUSES,
  type Wanted,
} from "./wishes";

const WAIT_MS = 250;

interface Props {
  portal: PublicPortal;
  wanted: Wanted;
  onWant: (next: Wanted) => void;
}

/** What people wished for, to search, sort and vote; and the place to write. */
export function PostsPage({ portal, wanted, onWant }: Props) {
  const { t } = useTranslation();
  const { data, error } = useQuery(postsQuery(portal.slug, wanted));
  const [opened, writing] = useDisclosure();
  const [sent, setSent] = useState<Received>();
  const [q, setQ] = useState(wanted.q ?? "");
  const search = useDebouncedCallback(
    (words: string) => onWant({ q: words, page: undefined }),
    WAIT_MS,
  );
  const mayWrite = portal.anonymous || portal.visitor.verified;
  const isNarrowed = Boolean(wanted.q || wanted.status || wanted.category);
  const done = (received: Received) => {
    writing.close();
    setSent(received);
  };
  const write = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={writing.open}>
      {t("wishes.write")}
    </Button>
  );
  return (
    <>
      <div className={classes.intro}>
        <div>
          <h1 className={classes.title}>{portal.title}</h1>
          {portal.intro && <p className={classes.introWords}>{portal.intro}</p>}
        </div>
        {write}
      </div>
      {sent && (
        <Alert role="status" mb="md" withCloseButton onClose={() => setSent(undefined)}>
          {t(sent.state === "pending" ? "wishes.sentWaits" : "wishes.sentShown")}
        </Alert>
      )}
      <Group gap="sm" mb="sm">
        <TextInput
          type="search"
          className={classes.search}
          aria-label={t("wishes.search")}
          placeholder={t("wishes.search")}
          leftSection={<IconSearch size={16} aria-hidden />}
          value={q}
          onChange={(event) => {
            setQ(event.currentTarget.value);
            search(event.currentTarget.value);
          }}
        />
        <Select
          w={150}
          aria-label={t("wishes.sort")}
          allowDeselect={false}
          value={wanted.sort ?? "votes"}
          data={SORTS.map((value) => ({ value, label: t(`wishes.sort_${value}`) }))}
          onChange={(next) => onWant({ sort: next as Wanted["sort"], page: undefined })}
        />
        <Select
          w={150}
          aria-label={t("wishes.status")}
          placeholder={t("wishes.anyStatus")}
          clearable
          value={wanted.status ?? null}
          data={STATUSES.map((value) => ({
            value,
            label: portal.statuses[value] || t(`postStatus.${value}`),
          }))}
          onChange={(next) =>
            onWant({ status: (next ?? undefined) as Wanted["status"], page: undefined })
          }
        />
        {portal.categories.length > 0 && (
          <Select
            w={150}
            aria-label={t("wishes.category")}
            placeholder={t("wishes.anyCategory")}
            clearable
            value={wanted.category ?? null}
            data={portal.categories}
            onChange={(next) => onWant({ category: next ?? undefined, page: undefined })}
          />
        )}
      </Group>
      {error && !data ? (
        <ErrorState title={error.title} detail={error.detail} />
      ) : !data ? (
        <LoadingState />
      ) : data.items.length === 0 ? (
        <EmptyState
          sentence={t(
            isNarrowed
              ? "wishes.nothing"
              : portal.access === "submit_only"
                ? "wishes.emptyMine"
                : "wishes.empty",
          )}
          action={write}
        />
      ) : (
        <ul className={classes.rows}>
          {data.items.map((post) => (
            <PostRow key={post.id} portal={portal} post={post} />
          ))}
        </ul>
      )}
      <Pages
        page={wanted.page ?? 0}
        more={data?.more ?? false}
        onPage={(page) => onWant({ page })}
      />
      <Modal opened={opened} onClose={writing.close} title={t("wishes.write")} size="lg">
        {mayWrite ? (
          <WriteWish portal={portal} onSent={done} />
        ) : (
          <>
            <p className={classes.introWords}>{t("wishes.signInToWrite")}</p>
            <AskForLink slug={portal.slug} isFirst />
          </>
        )}
      </Modal>
    </>
  );
}
