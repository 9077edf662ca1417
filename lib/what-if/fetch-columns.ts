import { ReadError } from '@/lib/api/read'
import { type Columns, decodeColumns } from './columns-format'

/**
 * The columns of a population, for computing previews in the browser, its workers included; with `live` the live scores
 * of the same instant in its rows. Throws ReadError.
 */
export async function fetchColumns(
  workspace: string,
  model: string,
  population: string,
  { live, signal }: { live: boolean; signal?: AbortSignal },
): Promise<Columns> {
  const query = new URLSearchParams({ workspace, model, ...(live && { live: '1' }) })
  const response = await fetch(`/api/what-if/${population}?${query}`, { signal }).catch((error: unknown) => {
    if (signal?.aborted) throw error
    throw new ReadError('offline', 'Gravitas does not answer. Check that it is running.')
  })
  if (response.ok) return decodeColumns(await response.arrayBuffer())
  const body = (await response.json().catch(() => null)) as {
    error?: { code: string; message: string }
  } | null
  throw new ReadError(
    body?.error?.code ?? 'internal',
    body?.error?.message ?? `The server answered ${response.status}.`,
  )
}
