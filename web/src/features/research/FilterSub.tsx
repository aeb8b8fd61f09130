import { Menu } from "@mantine/core";

interface Props {
  label: string;
  options: readonly { value: string; label: string }[];
  onPick: (value: string) => void;
}

export function FilterSub({ label, options, onPick }: Props) {
  return (
    <Menu.Sub>
      <Menu.Sub.Target>
        <Menu.Sub.Item>{label}</Menu.Sub.Item>
      </Menu.Sub.Target>
      <Menu.Sub.Dropdown mah={320} style={{ overflowY: "auto" }}>
        {options.map((option) => (
          <Menu.Item key={option.value} onClick={() => onPick(option.value)}>
            {option.label}
          </Menu.Item>
        ))}
      </Menu.Sub.Dropdown>
    </Menu.Sub>
  );
}
