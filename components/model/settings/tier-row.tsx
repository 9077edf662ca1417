'use client'
import { X } from 'lucide-react'
import { useEditor } from '@/components/model/editor-context'
import { useWhatIf } from '@/components/model/what-if-context'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import { Textarea } from '@/components/ui/textarea'
import { TierMark } from '@/components/ui/tier-mark'
import { tierTone } from '@/components/ui/tier-tone'
import { formatShare } from '@/lib/format/percent'
import { plural } from '@/lib/format/plural'
import type { WrittenDocument } from '@/lib/scoring/engagement/grammar/engagement'
import { numberInWords } from '@/lib/scoring/document/plain-words'
import { CutSlider } from './cut-slider'
import { fieldProblem } from './field-problem'
import { NumberField } from './number-field'
import { TierColourField } from './tier-colour-field'
import { changedTier, CUT_STEP, cutRange, FEWEST_TIERS, renamedTier, withoutTier } from './tier-edits'

/** One tier: name, lower edge, colour, what to do with its people, and how many they are. */
export function TierRow({ index }: { index: number }) {
  const { document, live, change, mayWrite, problemAt } = useEditor()
  const { tiers } = document
  const tier = tiers[index]
  if (!tier) return null

  const published = live?.document.tiers ?? []
  const named = tier.name.trim() || `tier ${index + 1}`
  const edit = (update: (tiers: WrittenDocument['tiers']) => WrittenDocument['tiers']) =>
    change((now) => ({ ...now, tiers: update(now.tiers) }))
  const set = (changes: Partial<typeof tier>) => edit((now) => changedTier(now, index, changes))
  const range = cutRange(tiers, index)
  return (
    <li className="grid gap-3 border-t border-line pt-3 first:border-t-0 first:pt-0">
      <div className="flex items-baseline gap-3 text-sm">
        <b>
          <TierMark tone={tierTone(tiers, index)}>{named}</TierMark>
        </b>
        <TierPeople index={index} />
        {tiers.length > FEWEST_TIERS && (
          <IconButton
            label={`Remove ${named}`}
            className="-my-1 ml-auto self-center"
            onClick={() => edit((now) => withoutTier(now, index))}
          >
            <X aria-hidden />
          </IconButton>
        )}
      </div>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <Field
          label="Name"
          hint={`Key in the API: ${tier.key}`}
          error={fieldProblem(problemAt('tiers', index, 'name') ?? problemAt('tiers', index, 'key'))}
          className="w-44"
        >
          {(control) => (
            <Input
              {...control}
              value={tier.name}
              maxLength={200}
              onChange={({ target }) =>
                edit((now) =>
                  renamedTier(
                    now,
                    index,
                    target.value,
                    published.map(({ key }) => key),
                  ),
                )
              }
            />
          )}
        </Field>
        <TierColourField index={index} onChange={(colour) => set({ colour })} />
        {index === 0 && tier.from === 0 ? (
          <p className="pt-6 text-sm text-ink-2">from 0 points, the lowest tier</p>
        ) : (
          <>
            <NumberField
              label={`${named} begins at`}
              unit="points"
              path={['tiers', index, 'from']}
              value={tier.from}
              onChange={(from) => set({ from })}
              min={0}
              max={100}
              step={CUT_STEP}
            />
            <div className="min-w-40 flex-1 pt-5">
              <CutSlider
                label={`${named} begins at`}
                value={tier.from}
                {...range}
                step={CUT_STEP}
                live={published.find(({ key }) => key === tier.key)?.from ?? null}
                disabled={!mayWrite}
                onChange={(from) => set({ from })}
              />
            </div>
          </>
        )}
      </div>
      <Field
        label={`Strategy for ${named}`}
        optional
        hint="What to do with these people, for those who work with the list."
        error={fieldProblem(problemAt('tiers', index, 'strategy'))}
      >
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            maxLength={2000}
            value={tier.strategy ?? ''}
            onChange={({ target }) => set({ strategy: target.value || null })}
          />
        )}
      </Field>
    </li>
  )
}

/** How many the draft puts into the tier. */
function TierPeople({ index }: { index: number }) {
  const { document } = useEditor()
  const { result } = useWhatIf()
  const tier = document.tiers[index]
  const upper = document.tiers[index + 1]?.from
  const interval = `${numberInWords(tier?.from ?? 0)} to ${upper === undefined ? '100' : `under ${numberInWords(upper)}`}`
  const counted = result?.summary.tiers.find(({ key }) => key === tier?.key)
  return (
    <span className="text-xs text-ink-3">
      {interval}
      {result &&
        counted &&
        ` · ${plural(counted.people, 'person', 'people')}, ${formatShare(counted.people, result.summary.n)}`}
    </span>
  )
}
