// An error that the API told (problem+json), or the lack of any answer.

interface Violation {
  loc?: unknown[];
  msg?: string;
}

interface ProblemBody {
  title?: string;
  detail?: string;
  error?: { message?: string; retryable?: boolean; request_id?: string; detail?: unknown };
}

export class Problem extends Error {
  constructor(
    message: string,
    /** The HTTP status; 0 when nothing answered. */
    readonly status: number,
    readonly retryable: boolean,
    readonly requestId: string | null,
    /** Structured data where the API gives it. */
    readonly detail: unknown = null,
  ) {
    super(message);
  }

  static unreachable(): Problem {
    return new Problem('The server cannot be reached.', 0, true, null);
  }

  /** What anything thrown means to the reader. */
  static from(failure: unknown): Problem {
    return failure instanceof Problem ? failure : Problem.unreachable();
  }

  static async of(response: Response): Promise<Problem> {
    const body = await response.json().then(
      (json: unknown) => (json ?? {}) as ProblemBody,
      () => ({}) as ProblemBody,
    );
    return new Problem(
      sentence(body.error?.message ?? body.detail ?? body.title ?? `The server answered ${response.status}.`, body),
      response.status,
      body.error?.retryable ?? response.status >= 500,
      body.error?.request_id ?? response.headers.get('X-Request-Id'),
      body.error?.detail,
    );
  }

  /** What is wrong with the fields that were sent, the first objection to each, by their names; empty unless it is a 422. */
  fields(): Map<string, string> {
    const told = violations(this.detail).map(({ loc, msg }) => [place(loc), msg ?? ''] as const);
    return new Map(told.map(([name, message]) => [name, beside(name, message)] as const).reverse());
  }
}

const violations = (detail: unknown): Violation[] => (Array.isArray(detail) ? (detail as Violation[]) : []);

const place = (loc: unknown[] = []): string => loc.filter((part) => part !== 'body').join('.');

/** `cron must have five fields` as `Must have five fields`, since it is shown beside the field's own label. */
function beside(name: string, message: string): string {
  const text = message.startsWith(name) ? message.slice(name.length).replace(/^:? /, '') : message;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Adds the first broken field of a 422, so that the reader knows what to change. */
function sentence(message: string, body: ProblemBody): string {
  const first = violations(body.error?.detail)[0];
  const where = place(first?.loc);
  return first?.msg ? `${message}: ${where ? `${where}: ` : ''}${first.msg}` : message;
}
