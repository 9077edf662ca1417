import { formatNumber } from '@/lib/format/number'
import { plural } from '@/lib/format/plural'
import type { ListedModel } from '@/lib/models/list/client'

type Listed = Pick<ListedModel, 'name' | 'kind' | 'version' | 'n' | 'draftDiffers' | 'draftChanges'>

const waiting = (count: number) =>
  count === 0
    ? ''
    : count === 1
      ? ' One draft waits to be published.'
      : ` ${formatNumber(count)} drafts wait to be published.`

function scoredInWords({ kind, n }: Listed): string {
  if (n === null) return 'is published'
  return kind === 'contact'
    ? `gives stars to ${plural(n, 'contact')}`
    : `scores ${plural(n, 'person', 'people')}`
}

/** The answer of the list: `2 models, one of them live.` and what waits. */
export function modelsInWords(models: readonly Listed[]): { claim: string; rest: string } {
  const live = models.filter(({ version }) => version !== null)
  const drafts = models.filter(({ version, draftDiffers }) => version === null || draftDiffers).length
  const [only] = live
  if (models.length === 1 && only) {
    return { claim: `${only.name} v${only.version} ${scoredInWords(only)}.`, rest: waiting(drafts) }
  }
  const published =
    live.length === models.length
      ? models.length === 2
        ? 'both live'
        : 'all live'
      : live.length === 0
        ? models.length === 1
          ? 'not published yet'
          : 'none of them published yet'
        : `${live.length === 1 ? 'one' : formatNumber(live.length)} of them live`
  return {
    claim: `${plural(models.length, 'model')}, ${published}.`,
    rest: live.length === 0 ? '' : waiting(drafts),
  }
}

/** What the draft of a model is beside what is live. */
export function draftInWords({ version, draftDiffers, draftChanges }: Listed): string {
  if (version === null) return 'nothing published yet'
  if (!draftDiffers) return `same as v${version}`
  return draftChanges === null
    ? `differs from v${version}`
    : `${plural(draftChanges, 'change')} since v${version}`
}

/** A file's name from a model's: `Product engagement` → `product-engagement-v7.json`. */
export function fileNameOf(name: string, part: string): string {
  const words = name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['model']
  return `${words.join('-').slice(0, 80)}-${part}.json`
}
