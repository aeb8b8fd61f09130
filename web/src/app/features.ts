// Every feature that plugs something into the shell does it in its own register file.
import.meta.glob("../features/*/register.{ts,tsx}", { eager: true });
