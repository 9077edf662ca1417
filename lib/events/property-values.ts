import type { z } from 'zod'
import { maskEmails } from '@/lib/people/mask-emails'
import { type Context, can } from '@/lib/server/context'
import type { PropertyValues, propertyValuesSchema } from './schema'
import { propertyValues } from './sql/property-values'

/** So many events say what values are usual, and are read in a moment. */
const newest = 50_000

type Value = PropertyValues['values'][number]

function typed(json: string, count: number): Value[] {
  const value: unknown = JSON.parse(json)
  if (typeof value === 'string') return [{ type: 'text', value, count, masked: false }]
  if (typeof value === 'number') return [{ type: 'number', value, count, masked: false }]
  if (typeof value === 'boolean') return [{ type: 'boolean', value, count, masked: false }]
  return []
}

/** E-mails in texts made unreadable; what then reads the same is one value. */
function withoutEmails(values: readonly Value[]): Value[] {
  const shown = new Map<string, Value>()
  for (const one of values) {
    const text = one.type === 'text' ? maskEmails(one.value) : null
    const masked = text !== null && text !== one.value
    const told: Value = masked ? { type: 'text', value: text, count: one.count, masked } : one
    const key = JSON.stringify([told.value, told.masked])
    const before = shown.get(key)
    shown.set(key, before ? { ...before, count: before.count + one.count } : told)
  }
  return [...shown.values()].sort((a, b) => b.count - a.count)
}

/**
 * The most frequent values of a property among the newest 50,000 events of a name (`*`: of any activity). Without
 * `people:unmasked` e-mails show two letters and are marked, as such a text equals nothing that was sent.
 */
export async function propertyValuesOf(
  context: Context,
  { event, property, limit }: z.output<typeof propertyValuesSchema>,
): Promise<PropertyValues> {
  const [row] = await propertyValues({ workspace: context.workspace.id, event, property, newest, limit })
  const values = (row?.values ?? []).flatMap(([json, count]) => typed(json, count))
  return {
    event,
    property,
    events: row?.events ?? 0,
    types: {
      text: row?.texts ?? 0,
      number: row?.numbers ?? 0,
      boolean: row?.booleans ?? 0,
      other: row?.others ?? 0,
    },
    min: row?.least ?? null,
    max: row?.most ?? null,
    values: can(context, 'people:unmasked') ? values : withoutEmails(values),
  }
}
