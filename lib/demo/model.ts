import type { EngagementDocumentInput } from '@/lib/scoring/engagement/document'
import { oddities } from './truth'

/** The name, and the note of its only version. */
export const modelName = 'Product engagement'
export const modelNote = 'Weights 1, 3, 5 by judgement. Frozen on the people of seven weeks ago.'

/**
 * The model that the demo comes with.
 * @param referenceDay `YYYY-MM-DD` in the workspace's zone: the day whose people are the frozen reference
 */
export function demoModel(referenceDay: string): EngagementDocumentInput {
  const on = (...events: string[]) => ({ events })
  return {
    kind: 'engagement',
    name: modelName,
    window: { days: 30 },
    population: { activeWithinDays: 90, excludeEmailDomains: [oddities.staff.domain], graceDays: 3 },
    behaviors: [
      {
        key: 'report',
        name: 'Ran a report',
        match: on('Report Run'),
        kernel: { type: 'half-life', days: 14 },
        cap: 20,
        weight: 5,
        value: 4,
      },
      {
        key: 'opened',
        name: 'Opened the app',
        match: on('App Opened'),
        measure: { type: 'days' },
        cap: 30,
        weight: 1,
        value: 1,
      },
      {
        key: 'shared',
        name: 'Shared a dashboard',
        match: on('Dashboard Shared'),
        measure: { type: 'days' },
        cap: 10,
        weight: 5,
        value: 5,
      },
      {
        key: 'commented',
        name: 'Commented',
        match: on('Comment Added'),
        cap: 30,
        curve: { type: 'log' },
        weight: 3,
        value: 2,
      },
      {
        key: 'invited',
        name: 'Invited a teammate',
        match: on('Invite Sent'),
        kernel: { type: 'linear', days: 30 },
        cap: 5,
        weight: 3,
        value: 4,
      },
      { key: 'exported', name: 'Exported data', match: on('Data Exported'), cap: 10, weight: 1, value: 1 },
      {
        key: 'connected',
        name: 'Connected a source',
        match: on('Source Connected'),
        measure: { type: 'once' },
        kernel: { type: 'step', days: 14 },
        weight: 3,
        value: 5,
      },
    ],
    weighting: {
      mode: 'heuristic',
      calibratedAt: referenceDay,
      source: '1, 3 or 5 by judgement: what does more for others weighs more.',
    },
    normalisation: {
      method: 'percentile',
      zeros: 'bottom',
      reference: { type: 'frozen', asOf: referenceDay },
    },
    lifecycle: {
      ownBaseline: true,
      stages: [{ key: 'new', untilDay: 30 }, { key: 'established' }],
      blendDays: 7,
    },
    tiers: [
      {
        key: 'at-risk',
        name: 'At-risk',
        from: 0,
        strategy: 'Call within a week: find out what stopped them, and set up one report they would miss.',
      },
      {
        key: 'regular',
        name: 'Regular',
        from: 20,
        strategy: 'Show the next habit: share a dashboard with somebody who decides by it.',
      },
      {
        key: 'power',
        name: 'Power',
        from: 80,
        strategy: 'Thank them, invite them to the ambassadors, and ask what they would pay more for.',
      },
    ],
    outcomes: { expansion: { match: on('outcome:upgrade'), withinDays: 31 } },
  }
}
