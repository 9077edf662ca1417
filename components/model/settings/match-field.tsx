'use client'
import { X } from 'lucide-react'
import { useEditor } from '@/components/model/editor-context'
import { matchInWords } from '@/lib/scoring/engagement/behavior-words'
import { EventsPicker } from './events-picker'
import { fieldProblem } from './field-problem'
import { plainEvents, withEvent, withoutMatcher, type WrittenMatch } from './match-edits'

type Props = {
  /** What the events are for: "Events that count as expansion". */
  label: string
  path: readonly string[]
  match: WrittenMatch
  onChange: (match: WrittenMatch) => void
}

/** Which events count, any of them: those chosen as chips, and the catalog to choose from. */
export function MatchField({ label, path, match, onChange }: Props) {
  const { problemAt } = useEditor()
  const problem = match.any.length === 0 ? 'Choose at least one event.' : fieldProblem(problemAt(...path))
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="mb-1 text-xs font-semibold text-ink-2">{label}</legend>
      {match.any.length > 0 && (
        <ul aria-label={`${label}: chosen`} className="flex flex-wrap gap-1">
          {match.any.map((matcher, index) => {
            const words = matchInWords({ any: [matcher] })
            return (
              <li
                key={index}
                className="inline-flex min-h-6 max-w-full items-center rounded-sm border border-line pl-2 text-xs text-ink-2"
              >
                <span className="min-w-0 break-words">{words}</span>
                <button
                  type="button"
                  aria-label={`Leave out ${words}`}
                  onClick={() => onChange(withoutMatcher(match, index))}
                  className="grid size-6 shrink-0 place-items-center rounded-sm text-ink-3 -outline-offset-2 hover:text-ink disabled:opacity-50"
                >
                  <X aria-hidden className="size-3.5 stroke-[1.5]" />
                </button>
              </li>
            )
          })}
        </ul>
      )}
      <EventsPicker
        label={label}
        chosen={plainEvents(match)}
        onToggle={(event, chosen) => onChange(withEvent(match, event, chosen))}
      />
      {problem && (
        <p role="alert" className="text-xs text-danger">
          {problem}
        </p>
      )}
    </fieldset>
  )
}
