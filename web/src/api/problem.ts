export interface FieldFault {
  path: string;
  message: string;
}

interface ProblemBody {
  status: number;
  code: string;
  title: string;
  detail: string;
  fields?: FieldFault[];
  current?: unknown;
  request_id?: string;
  extra?: Record<string, unknown>;
}

/** A refusal or failure, told the way the server tells it (application/problem+json). */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly fields: FieldFault[];
  /** The object as it stands now, when the write was refused as stale (412). */
  readonly current: unknown;
  readonly requestId: string | undefined;
  /** Everything that the refusal says, for what belongs to its code alone. */
  readonly extra: Record<string, unknown>;

  constructor(body: ProblemBody) {
    super(body.detail || body.title || body.code);
    this.name = "Problem";
    this.status = body.status;
    this.code = body.code;
    this.title = body.title;
    this.detail = body.detail;
    this.fields = body.fields ?? [];
    this.current = body.current;
    this.requestId = body.request_id;
    this.extra = body.extra ?? {};
  }

  get isStale(): boolean {
    return this.status === 412;
  }

  /** The request never got an answer, so it may be sent again. */
  get isUnsent(): boolean {
    return this.code === "network.unreachable";
  }

  get isSignedOut(): boolean {
    return this.code === "session.required";
  }

  /** Faults by field name, for Mantine's `form.setErrors`. */
  byField(): Record<string, string> {
    return Object.fromEntries(this.fields.map((fault) => [fault.path, fault.message]));
  }
}

export function unreachable(): Problem {
  return new Problem({
    status: 0,
    code: "network.unreachable",
    title: "The server could not be reached",
    detail: "The server could not be reached. Nothing was changed.",
  });
}

export async function problemOf(response: Response): Promise<Problem> {
  const body = await readJson(response);
  return new Problem({
    status: response.status,
    code: text(body.code) ?? `http.${response.status}`,
    title: text(body.title) ?? response.statusText,
    detail: text(body.detail) ?? "",
    fields: Array.isArray(body.fields) ? body.fields.filter(isFault) : [],
    current: body.current,
    request_id: text(body.request_id),
    extra: body,
  });
}

async function readJson(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json();
    return typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  } catch {
    // A proxy in between answers in HTML; the status still says what happened.
    return {};
  }
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function isFault(value: unknown): value is FieldFault {
  if (typeof value !== "object" || value === null) return false;
  const fault = value as Record<string, unknown>;
  return typeof fault.path === "string" && typeof fault.message === "string";
}
