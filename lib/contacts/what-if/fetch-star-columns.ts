import { ReadError } from '@/lib/api/read'
import { type PackedStars, decodeStars } from './star-columns-format'

/**
 * Everybody's actions, for computing previews in the browser, its workers included. Throws ReadError.
 *
 * @param mapping as `mappingKey` writes it
 */
export async function fetchStarColumns(
  workspace: string,
  model: string,
  mapping: string,
): Promise<PackedStars> {
  const query = new URLSearchParams({ workspace, model, mapping })
  const response = await fetch(`/api/what-if/contacts?${query}`).catch(() => {
    throw new ReadError('offline', 'Gravitas does not answer. Check that it is running.')
  })
  if (response.ok) return decodeStars(await response.arrayBuffer())
  const body = (await response.json().catch(() => null)) as {
    error?: { code: string; message: string }
  } | null
  throw new ReadError(
    body?.error?.code ?? 'internal',
    body?.error?.message ?? `The server answered ${response.status}.`,
  )
}
