import { VisuallyHidden } from "@mantine/core";
import { type KeyboardEvent, type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { isCell, useWalkedGrid } from "@/ui/list/useWalkedGrid";
import { WalkedTable } from "@/ui/list/WalkedTable";
import classes from "./Raci.module.css";
import { RaciLetter } from "./RaciLetter";
import { RoleMenu } from "./RoleMenu";
import { counted, type Role, roleOfKey } from "./raci";

export interface RaciPerson {
  id: string;
  name: string;
  /** Not where it is a resource that stands for no member: it is given no letter by hand. */
  member?: boolean;
}

export interface RaciLine {
  id: string;
  /** What a listener hears of it. */
  name: string;
  label: ReactNode;
  roles: ReadonlyMap<string, Role>;
  /** Is what it says said elsewhere? */
  faint?: boolean;
  /** What is amiss with it. */
  end: ReactNode;
}

interface Props {
  label: string;
  /** What its lines are. */
  head: string;
  lines: readonly RaciLine[];
  people: readonly RaciPerson[];
  /** Which roles may be given here; none: it is only read. */
  may: readonly Role[];
  /** Why a letter that stands there may not be changed. */
  fixed?: (role: Role) => boolean;
  personHead?: (person: RaciPerson) => ReactNode;
  onSet: (line: RaciLine, person: RaciPerson, role: Role | null) => void;
}

/** Lines by people, a letter where they meet. Arrows walk, a letter sets, Delete clears, Enter offers the roles. */
export function RaciMatrix(props: Props) {
  const { label, head, lines, people, may, fixed, personHead, onSet } = props;
  const { t } = useTranslation();
  const [open, setOpen] = useState<{ line: number; column: number } | null>(null);
  const { grid, active, opening, cell, focus } = useWalkedGrid(lines.length, people.length);
  const canEdit = may.length > 0;
  const at = (line: number, column: number) => lines[line]?.roles.get(people[column]?.id ?? "");
  const isFixed = (line: number, column: number) => {
    const role = at(line, column);
    return people[column]?.member === false || (role !== undefined && fixed?.(role) === true);
  };
  const set = (line: number, column: number, role: Role | null) => {
    const [row, person] = [lines[line], people[column]];
    if (!row || !person || isFixed(line, column) || (role && !may.includes(role))) return;
    if (role !== (at(line, column) ?? null)) onSet(row, person, role);
  };
  const { onKeyDown, onClick } = opening(
    canEdit
      ? (line, column) => {
          if (!isFixed(line, column)) setOpen({ line, column });
        }
      : undefined,
  );
  const typed = (event: KeyboardEvent) => {
    const role = event.ctrlKey || event.metaKey || event.altKey ? undefined : roleOfKey(event.key);
    if (!canEdit || role === undefined || !isCell(event.target)) return onKeyDown(event);
    event.preventDefault();
    set(active.line, active.column, role);
  };
  const roleWord = (role: Role | undefined) => t(`raci.role.${role ?? "none"}`);
  return (
    <WalkedTable
      grid={grid}
      label={label}
      className={classes.table}
      opens={canEdit}
      onKeyDown={typed}
      onClick={onClick}
    >
      <thead>
        <tr>
          <th scope="col" className={`${classes.corner} ${classes.head}`}>
            {head}
          </th>
          {people.map((person) => (
            <th key={person.id} scope="col" className={classes.person}>
              {personHead?.(person) ?? (
                <span className="nl-head" title={person.name}>
                  {person.name}
                </span>
              )}
            </th>
          ))}
          <th scope="col">{t("raci.amiss")}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, row) => (
          <tr key={line.id}>
            <th scope="row" className={classes.head}>
              {line.label}
            </th>
            {people.map((person, column) => {
              const role = line.roles.get(person.id);
              return (
                <td key={person.id} {...cell(row, column)} className={classes.cell}>
                  <VisuallyHidden>{`${line.name}, ${person.name}: ${roleWord(role)}`}</VisuallyHidden>
                  <RoleMenu
                    label={`${line.name}, ${person.name}`}
                    opened={open?.line === row && open.column === column}
                    may={may}
                    now={role ?? null}
                    onPick={(picked) => set(row, column, picked)}
                    onClose={() => {
                      setOpen(null);
                      focus({ line: row, column });
                    }}
                  >
                    <span className={classes.anchor}>
                      {role && <RaciLetter role={role} faint={line.faint} />}
                    </span>
                  </RoleMenu>
                </td>
              );
            })}
            <td>{line.end}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className={`${classes.corner} ${classes.foot}`}>
            {t("raci.sums")}
          </th>
          {people.map((person) => (
            <td key={person.id} className={`${classes.cell} ${classes.foot}`}>
              {counted(lines.map(({ roles }) => roles.get(person.id) ?? null))}
            </td>
          ))}
          <td className={classes.foot} />
        </tr>
      </tfoot>
    </WalkedTable>
  );
}
