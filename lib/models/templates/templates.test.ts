import { describe, expect, test } from 'vitest'
import { parseEngagementDocument } from '@/lib/scoring/engagement/document'
import { type EventMapping, documentFromTemplate } from './document-from-template'
import { resemblance } from './resemblance'
import { SURE } from './suggest-events'
import { EXPANSION, type Template } from './template'
import { templates } from './templates'

const hintsOf = ({ behaviors, outcomes }: Template) => [
  ...behaviors.map(({ key, hints }) => ({ key, hints })),
  { key: EXPANSION, hints: outcomes.expansion.hints },
]

/** Every behavior on the first name that a tracker has for it, of one with every property that may be summed. */
function everything(template: Template): EventMapping {
  const behaviors = template.behaviors.map(({ key, hints, measure }) => [
    key,
    { name: hints.events[0]!, properties: measure.type === 'sum' ? measure.properties : [] },
  ])
  const expansion = { name: template.outcomes.expansion.hints.events[0]!, properties: [] }
  return { ...Object.fromEntries(behaviors), [EXPANSION]: expansion }
}

function madeOf(template: Template, mapping: EventMapping) {
  const made = documentFromTemplate(template, mapping, { calibratedAt: '2026-03-02' })
  if (!made.ok) throw new Error(made.message)
  const parsed = parseEngagementDocument(made.document)
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed
}

describe.each(templates)('the template $name', (template) => {
  test('has six to nine behaviors with keys of their own, each said in one sentence', () => {
    const { behaviors } = template
    expect(behaviors.length).toBeGreaterThanOrEqual(6)
    expect(behaviors.length).toBeLessThanOrEqual(9)
    expect(new Set(behaviors.map(({ key }) => key)).size).toBe(behaviors.length)
    for (const { why } of behaviors) expect(why).toMatch(/^[A-Z].*\.$/)
    expect(new Set(behaviors.map(({ weight }) => weight))).toEqual(new Set([1, 3, 5]))
  })

  test('with every behavior mapped is a valid document without a remark, and with all it says', () => {
    const { document, notes } = madeOf(template, everything(template))
    expect(notes).toEqual([])
    expect(document).toMatchObject({
      name: template.name,
      weighting: { mode: 'heuristic', calibratedAt: '2026-03-02' },
    })
    expect(document.behaviors.map(({ key }) => key)).toEqual(template.behaviors.map(({ key }) => key))
    expect(document.behaviors.map(({ measure }) => measure.type)).toEqual(
      template.behaviors.map(({ measure }) => measure.type),
    )
    expect(document.tiers.every(({ strategy }) => strategy)).toBe(true)
    expect(document.outcomes.expansion?.withinDays).toBe(template.outcomes.expansion.withinDays)
  })

  test('with one behavior mapped is a valid document of that one', () => {
    for (const { key } of template.behaviors) {
      const { document } = madeOf(template, { [key]: { name: 'Anything', properties: [] } })
      expect(document.behaviors).toHaveLength(1)
      expect(document.outcomes.expansion).toBeNull()
    }
  })

  test('with nothing mapped is refused in words', () => {
    const expansion = { [EXPANSION]: { name: 'Upgraded', properties: [] } }
    for (const mapping of [{}, { [template.behaviors[0]!.key]: null }, expansion])
      expect(documentFromTemplate(template, mapping)).toEqual({
        ok: false,
        message: 'Choose an event for at least one behavior: a model counts something.',
      })
  })

  test('finds every event name it gives, and its doings and things together', () => {
    for (const { key, hints } of hintsOf(template)) {
      const sure = (name: string) => resemblance(name, hints).confidence >= SURE
      const names = [...hints.events, ...(hints.standIns ?? [])]
      expect([key, names.filter((name) => !sure(name))]).toEqual([key, []])
      const unusedVerbs = hints.verbs.filter(
        (verb) => !hints.objects.some((object) => sure(`${object} ${verb}`)),
      )
      const unusedObjects = hints.objects.filter(
        (object) => !hints.verbs.some((verb) => sure(`${verb}_${object}`)),
      )
      expect([key, unusedVerbs, unusedObjects]).toEqual([key, [], []])
    }
  })

  test('refuses a name with a word that makes it something else', () => {
    for (const { key, hints } of hintsOf(template))
      for (const word of hints.not ?? [])
        expect([key, word, resemblance(`${hints.events[0]} ${word}`, hints).confidence]).toEqual([
          key,
          word,
          0,
        ])
  })
})

test('what is summed is the property that the event has, however it is written; without one it is counted', () => {
  const [shop] = templates.filter(({ key }) => key === 'e-commerce')
  const spent = (properties: string[]) =>
    madeOf(shop!, { spent: { name: 'Order Completed', properties } }).document.behaviors[0]!.measure
  expect(spent(['currency', 'orderValue'])).toEqual({ type: 'sum', property: 'orderValue' })
  expect(spent(['total', 'Revenue'])).toEqual({ type: 'sum', property: 'Revenue' })
  expect(spent(['currency'])).toEqual({ type: 'count' })
})

test('a return that is meant by a behavior is any activity where that has no event', () => {
  const [shop] = templates.filter(({ key }) => key === 'e-commerce')
  const retention = (mapping: EventMapping) => madeOf(shop!, mapping).document.outcomes.retention
  const purchase = { name: 'purchase', properties: [] }
  expect(retention({ ordered: purchase }).match.any[0]!.event).toBe('purchase')
  expect(retention({ viewed: purchase }).match.any[0]!.event).toBe('*')
  expect(retention({ viewed: purchase })).toMatchObject({ fromDay: 0, toDay: 90 })
})
