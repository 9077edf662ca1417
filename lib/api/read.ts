/** What the server refused, or that it could not be reached (`offline`). */
export class ReadError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'ReadError'
  }
}

/** The one way to read in the browser: asks an operation by name. Throws ReadError. */
export async function read<T>(
  workspace: string,
  operation: string,
  input: object = {},
  signal?: AbortSignal,
): Promise<T> {
  const address = `/api/read/${operation}?workspace=${encodeURIComponent(workspace)}`
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
    signal,
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw new ReadError('offline', 'Gravitas does not answer. Check that it is running.')
  })
  const body = (await response.json().catch(() => null)) as {
    error?: { code: string; message: string }
  } | null
  if (response.ok) return body as T
  throw new ReadError(
    body?.error?.code ?? 'internal',
    body?.error?.message ?? `The server answered ${response.status}.`,
  )
}
