import { Text, UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useFigures } from "@/ui/words/figures";
import classes from "./ObjectList.module.css";
import { useFieldWords } from "./useFieldWords";
import type { List } from "./useList";
import type { Line } from "./useRows";

interface Props {
  line: Extract<Line, { type: "group" }>;
  list: List;
  index: number;
  width: number;
  isActive: boolean;
  onFocus: () => void;
  onToggle: () => void;
}

/** The head of a group: its value, how many, and the sums of the number columns. */
export function GroupLine({ line, list, index, width, isActive, onFocus, onToggle }: Props) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const figures = useFigures();
  const { group, isOpen } = line;
  const field = list.byName.get(list.state.group);
  const isChoice = field && ["choice", "tags", "yes_no"].includes(field.type);
  const label = isChoice && group.value !== null ? words.value(field, group.value) : group.label;
  const sums = list.state.columns.flatMap((name) => {
    const [sum, of] = [group.sums[name], list.byName.get(name)];
    return sum === undefined || !of ? [] : [`${words.field(of)} ${figures.number(sum)}`];
  });
  const Icon = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <tr className={classes.group} data-line={index} aria-rowindex={index + 2}>
      <td colSpan={width + 1} data-column={0} tabIndex={isActive ? 0 : -1} onFocus={onFocus}>
        <UnstyledButton
          className={classes.groupHead}
          fz="sm"
          tabIndex={-1}
          aria-expanded={isOpen}
          onClick={onToggle}
        >
          <Icon size={14} aria-hidden />
          {label || t("list.none", { field: field ? words.field(field).toLowerCase() : "" })}
          <Text span size="xs" c="dimmed">
            {[figures.number(group.count), ...sums].join(" · ")}
          </Text>
        </UnstyledButton>
      </td>
    </tr>
  );
}
