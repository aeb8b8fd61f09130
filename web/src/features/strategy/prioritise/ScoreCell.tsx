import { Select, TextInput, Tooltip } from "@mantine/core";
import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import { estimateText } from "./estimate";
import classes from "./RankGrid.module.css";
import type { Estimate, Factor, Ranked } from "./types";

interface Props {
  factor: Factor;
  /** Names the cell for the grid, which moves the focus. */
  cell: string;
  label: string;
  estimate: Estimate | undefined;
  agreement: number | undefined;
  votes: Ranked["votes"];
  canScore: boolean;
  isActive: boolean;
  isEntry: boolean;
  draft: string | null;
  onFocus: () => void;
  onEdit: () => void;
  /** `move` is the key that left the cell. */
  onCommit: (text: string, move: string | null) => void;
  onCancel: () => void;
  onChoose: (estimate: Estimate | null) => void;
}

/** Below this the group should talk before it settles. */
const AGREED = 0.7;

export function ScoreCell(props: Props) {
  const { factor, cell, label, estimate, agreement, votes, canScore, isActive, draft } = props;
  const { t } = useTranslation();
  const figures = useFigures();
  const left = useRef(false);
  // A click's own focus makes the cell the active one: only a click on what was active before edits.
  const wasActive = useRef(false);
  const choice = factor.choices?.find(({ value }) => value === estimate?.likely);
  const text = choice ? choice.label : estimateText(estimate, figures.number);
  const frame = {
    "data-cell": cell,
    "data-align": "end",
    "data-active": isActive || undefined,
    "data-split": (agreement !== undefined && agreement < AGREED) || undefined,
    className: classes.cell,
  } as const;
  if (isActive && draft !== null && canScore) {
    const done = (value: string, move: string | null) => {
      if (left.current) return;
      left.current = true;
      props.onCommit(value, move);
    };
    left.current = false;
    if (factor.choices && factor.choices.length > 0) {
      return (
        <td {...frame}>
          <Select
            size="xs"
            variant="unstyled"
            autoFocus
            dropdownOpened
            clearable
            aria-label={label}
            value={estimate?.likely == null ? null : String(estimate.likely)}
            data={factor.choices.map(({ value, label: word }) => ({
              value: String(value),
              label: word === String(value) ? word : `${word} (${figures.number(value)})`,
            }))}
            comboboxProps={{ width: 220, position: "bottom-end" }}
            onChange={(next) => {
              props.onChoose(next === null ? null : { likely: Number(next) });
              props.onCancel();
            }}
            onKeyDown={(event) => event.key === "Escape" && props.onCancel()}
            onBlur={props.onCancel}
          />
        </td>
      );
    }
    const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
      const move = { Enter: "ArrowDown", Tab: event.shiftKey ? "ArrowLeft" : "ArrowRight" }[
        event.key
      ];
      if (event.key === "Escape") {
        left.current = true;
        props.onCancel();
      } else if (move) done(event.currentTarget.value, move);
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    return (
      <td {...frame}>
        <TextInput
          size="xs"
          variant="unstyled"
          autoFocus
          aria-label={label}
          defaultValue={draft === "" ? estimateText(estimate, (value) => String(value)) : draft}
          classNames={{ input: classes.input }}
          onKeyDown={onKeyDown}
          onBlur={(event) => done(event.currentTarget.value, null)}
        />
      </td>
    );
  }
  const said = votes
    .filter(({ values }) => values[factor.name])
    .map(
      ({ voter, values }) => `${voter.name} ${estimateText(values[factor.name], figures.number)}`,
    )
    .join(" · ");
  const shown = (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys of all its cells
    <td
      {...frame}
      tabIndex={isActive || props.isEntry ? 0 : -1}
      aria-label={`${label}: ${text || t("score.blank")}`}
      onFocus={props.onFocus}
      onDoubleClick={props.onEdit}
      onMouseDown={() => {
        wasActive.current = isActive;
      }}
      onClick={() => wasActive.current && props.onEdit()}
    >
      {text || <span className={classes.blank}>·</span>}
    </td>
  );
  if (!said) return shown;
  return (
    <Tooltip
      multiline
      label={
        agreement === undefined
          ? said
          : `${t("score.agreement", { share: figures.percent(agreement) })} · ${said}`
      }
    >
      {shown}
    </Tooltip>
  );
}
