'use client'
import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { ChevronDown, CircleAlert, GripVertical } from 'lucide-react'
import { memo, useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { cn } from '@/components/ui/cn'
import { behaviorInWords } from '@/lib/scoring/engagement/behavior-words'
import type { Behavior } from '@/lib/scoring/engagement/document'
import type { BehaviorChanges } from './behavior-changes'
import { BehaviorMenu } from './behavior-menu'
import type { WrittenBehavior } from './entries'
import { cell, FoldingCell } from './folding-cell'
import { InlineSelect } from './inline-select'
import { KernelPicture } from './kernel-picture'
import { measureOf, measures } from './measures'
import { NumberBox } from './number-box'
import { NumberChips } from './number-chips'
import { PictureButton } from './picture-button'
import { Reach, type ReachProps } from './reach'
import { sameValue } from './same-value'
import { conditionsShort, curveShort, eventsShort, kernelShort } from './short-words'
import { WeightControl } from './weight-control'
import { WorthPicture } from './worth-picture'

/** Plain values and references that stay, so that moving one weight draws one row anew. */
export type BehaviorRowProps = ReachProps & {
  id: string
  index: number
  of: number
  behavior: WrittenBehavior
  /** The one of the same key in the live version. */
  live: Behavior | null
  /** Is there a live version to differ from? */
  published: boolean
  windowDays: number
  /** Does the strategic value weigh instead of the weight? */
  rfm: boolean
  mayWrite: boolean
  weightProblem: string | null
  capProblem: string | null
  /** The first of all its problems. */
  problem: string | null
  changes: BehaviorChanges
}

const values = [1, 2, 3, 4, 5]

/** One key behavior: what it counts and how much that weighs. */
export const BehaviorRow = memo(function BehaviorRow({
  id,
  index,
  of,
  behavior,
  live,
  published,
  windowDays,
  rfm,
  mayWrite,
  weightProblem,
  capProblem,
  problem,
  changes,
  ...reach
}: BehaviorRowProps) {
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, transform, transition, isDragging } =
    useSortable({
      id,
      disabled: !mayWrite,
    })
  const [unfolded, setUnfolded] = useState(false)
  const { name, match, measure, kernel, cap, curve, enabled } = behavior
  const patch = (change: Partial<WrittenBehavior>) => changes.patch(index, change)
  const changed = published && !sameValue(behavior, live)
  const conditions = conditionsShort(match)
  const dimmed = !enabled && 'text-ink-3 [&_input]:text-ink-3 [&_select]:text-ink-3 [&_svg]:opacity-50'
  return (
    <tr
      ref={setNodeRef}
      style={{
        transform: CSS.Translate.toString(transform),
        transition,
      }}
      data-changed={changed || undefined}
      data-unfolded={unfolded || undefined}
      className={cn(
        'group/row bg-surface hover:bg-sunken focus-within:bg-sunken',
        '@max-[580px]/behaviors:grid @max-[580px]/behaviors:grid-cols-[minmax(0,1fr)_auto_auto] @max-[580px]/behaviors:items-center @max-[580px]/behaviors:gap-x-2 @max-[580px]/behaviors:border-t @max-[580px]/behaviors:border-line @max-[580px]/behaviors:px-3 @max-[580px]/behaviors:py-2',
        '@max-[580px]/behaviors:relative',
        isDragging && 'relative z-10 outline outline-accent',
      )}
    >
      <th
        scope="row"
        className={cn(
          cell,
          'relative w-full max-w-0 min-w-36 pl-3 text-left font-normal @max-[580px]/behaviors:static @max-[580px]/behaviors:max-w-none @max-[580px]/behaviors:min-w-0',
          changed &&
            'before:absolute before:inset-y-0 before:left-0 before:w-0.5 before:bg-accent before:content-[""]',
        )}
      >
        {changed && <span className="sr-only">Differs from the live version.</span>}
        <span className="flex items-center gap-1">
          <button
            ref={setActivatorNodeRef}
            type="button"
            {...attributes}
            {...listeners}
            aria-label={`Move ${name}`}
            disabled={!mayWrite}
            className="-ml-1 inline-flex h-8 w-5 shrink-0 touch-none items-center justify-center rounded-sm text-ink-3 not-disabled:cursor-grab hover:text-ink active:not-disabled:cursor-grabbing disabled:opacity-50"
          >
            <GripVertical aria-hidden className="size-4 stroke-[1.5]" />
          </button>
          <span className={cn('min-w-0 flex-1', dimmed)}>
            <span className="flex items-center gap-1">
              <input
                aria-label={`Name of behavior ${index + 1}`}
                value={name}
                maxLength={200}
                readOnly={!mayWrite}
                onChange={({ target }) => patch({ name: target.value })}
                className="-mx-1 h-5 w-full min-w-0 flex-1 truncate rounded-sm border border-transparent bg-transparent px-[3px] text-sm text-ink not-read-only:hover:border-line not-read-only:focus:bg-surface"
              />
              {!enabled && <Badge>off</Badge>}
              {problem && (
                <span title={problem} className="shrink-0 text-danger">
                  <CircleAlert
                    role="img"
                    aria-label={`To be corrected: ${problem}`}
                    className="size-4 stroke-[1.5]"
                  />
                </span>
              )}
            </span>
            <button
              type="button"
              onClick={() => changes.edit(index, 'events')}
              title={behaviorInWords(behavior)}
              className="block max-w-full truncate rounded-sm text-left font-mono text-xs text-ink-3 hover:text-ink"
            >
              {eventsShort(match) || <span className="text-danger">choose an event</span>}
              {conditions && <span className="font-sans"> · {conditions}</span>}
            </button>
          </span>
        </span>
      </th>
      <td
        className={cn(
          cell,
          'text-right text-ink-2 @max-[580px]/behaviors:col-start-2 @max-[580px]/behaviors:row-start-1',
          dimmed,
        )}
      >
        <span className="hidden text-xs text-ink-3 @max-[580px]/behaviors:inline">reach </span>
        <Reach {...reach} />
      </td>
      <FoldingCell name="Measure" className={cn('whitespace-nowrap', dimmed)}>
        <span className="@max-[580px]/behaviors:text-right">
          <InlineSelect
            aria-label={`Measure of ${name}`}
            options={measures}
            value={measure.type}
            disabled={!mayWrite}
            onChange={({ target }) => {
              patch({ measure: measureOf(target.value) })
              if (target.value === 'sum') changes.edit(index, 'measure')
            }}
          />
          {measure.type === 'sum' && (
            <span className="block max-w-20 truncate font-mono text-xs text-ink-3">{measure.property}</span>
          )}
        </span>
      </FoldingCell>
      <FoldingCell name="Cap" className={cn('text-right', dimmed)}>
        <NumberBox
          label={`Cap of ${name}`}
          value={cap}
          mayBeEmpty
          placeholder="–"
          disabled={!mayWrite}
          invalid={capProblem !== null}
          onChange={(next) => patch({ cap: next })}
          className="-mr-1.5 border-transparent bg-transparent focus:bg-surface @max-[580px]/behaviors:mr-0 @max-[580px]/behaviors:border-line"
        />
      </FoldingCell>
      <FoldingCell name="Recency kernel" className={dimmed || undefined}>
        <PictureButton
          label={`Recency kernel of ${name}: ${kernelShort(kernel)}`}
          words={kernelShort(kernel)}
          onPress={() => changes.edit(index, 'kernel')}
        >
          <KernelPicture kernel={kernel} windowDays={windowDays} />
        </PictureButton>
      </FoldingCell>
      <FoldingCell
        name="Curve"
        className={cn(
          '@max-[740px]/behaviors:hidden @max-[580px]/behaviors:group-data-unfolded/row:flex',
          dimmed,
        )}
      >
        <PictureButton
          label={`Curve of ${name}: ${curveShort(curve)}`}
          words={curveShort(curve)}
          onPress={() => changes.edit(index, 'worth')}
        >
          <WorthPicture behavior={behavior} windowDays={windowDays} />
        </PictureButton>
      </FoldingCell>
      <td
        className={cn(
          cell,
          '@max-[580px]/behaviors:col-span-full @max-[580px]/behaviors:row-start-2 @max-[580px]/behaviors:pt-2',
          dimmed,
        )}
      >
        {rfm ? (
          <NumberChips
            label={`Strategic value of ${name}`}
            choices={values}
            value={behavior.value}
            disabled={!mayWrite}
            onChoose={(value) => patch({ value })}
          />
        ) : (
          <WeightControl
            behavior={behavior}
            live={live?.weight ?? null}
            disabled={!mayWrite}
            problem={weightProblem}
            onChange={(weight) => patch({ weight })}
          />
        )}
      </td>
      <td
        className={cn(
          cell,
          'pr-2 pl-0 @max-[580px]/behaviors:col-start-3 @max-[580px]/behaviors:row-start-1 @max-[580px]/behaviors:-mr-1.5 @max-[580px]/behaviors:flex',
        )}
      >
        <button
          type="button"
          aria-expanded={unfolded}
          aria-label={`All about ${name}`}
          onClick={() => setUnfolded(!unfolded)}
          className="hidden size-7 items-center justify-center rounded-md text-ink-3 hover:bg-sunken hover:text-ink @max-[580px]/behaviors:inline-flex"
        >
          <ChevronDown aria-hidden className={cn('size-4 stroke-[1.5]', unfolded && 'rotate-180')} />
        </button>
        <BehaviorMenu
          name={name}
          enabled={enabled}
          index={index}
          of={of}
          mayWrite={mayWrite}
          changes={changes}
        />
      </td>
    </tr>
  )
})
