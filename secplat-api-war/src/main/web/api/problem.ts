// An error that the API told (problem+json), or the lack of any answer.

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
}

/** Adds the first broken field of a 422, so that the reader knows what to change. */
function sentence(message: string, body: ProblemBody): string {
  const first = Array.isArray(body.error?.detail) ? (body.error.detail[0] as { loc?: unknown[]; msg?: string }) : null;
  const place = first?.loc?.filter((part) => part !== 'body').join('.');
  return first?.msg ? `${message}: ${place ? `${place}: ` : ''}${first.msg}` : message;
}
