import { readDraft } from './read-draft'

/** Whether a save was refused because somebody else changed the draft, or for another reason. */
export async function whyRefused(
  workspace: string,
  model: string,
  code: string,
  etag: string,
): Promise<'conflict' | 'failed'> {
  if (code !== 'conflict') return 'failed'
  const now = await readDraft(workspace, model, (written) => written).catch(() => null)
  return now && now.etag === etag ? 'failed' : 'conflict'
}
