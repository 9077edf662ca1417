import type { PickableEvent } from '@/components/model/behaviors/pickable-events'
import type { Suggested } from '@/lib/models/templates/client'
import type { EventMapping } from '@/lib/models/templates/document-from-template'

type Suggestion = Suggested['items'][number]

/** The event of a behavior by its key: chosen by hand, null where it is left out. */
export type Choices = Readonly<Record<string, string | null>>

/** What a behavior is mapped to: what was chosen, else what is suggested. */
export const eventOf = (choices: Choices, { behavior, event }: Suggestion): string | null => {
  const chosen = choices[behavior]
  return chosen === undefined ? event : chosen
}

/** All of it, with the properties that each event has had. */
export function mappingOf(
  choices: Choices,
  suggestions: readonly Suggestion[],
  events: readonly PickableEvent[],
): EventMapping {
  const properties = new Map(events.map((event) => [event.name, event.properties]))
  return Object.fromEntries(
    suggestions.map((suggestion) => {
      const name = eventOf(choices, suggestion)
      return [suggestion.behavior, name === null ? null : { name, properties: properties.get(name) ?? [] }]
    }),
  )
}

/** Why this event stands here, or why none does. */
export function reasonOf(choices: Choices, suggestion: Suggestion): string {
  const event = eventOf(choices, suggestion)
  if (event === suggestion.event) return suggestion.reason
  if (event === null) return 'Left out by you.'
  return suggestion.candidates.find((candidate) => candidate.event === event)?.reason ?? 'Chosen by you.'
}

/** Keys of the other behaviors that count the same event. */
export function sharedWith(
  choices: Choices,
  suggestions: readonly Suggestion[],
  suggestion: Suggestion,
): readonly string[] {
  const event = eventOf(choices, suggestion)
  if (event === null) return []
  return suggestions
    .filter((other) => other.behavior !== suggestion.behavior && eventOf(choices, other) === event)
    .map(({ behavior }) => behavior)
}
