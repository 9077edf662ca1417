/**
 * What is planted in the demo, with numbers: the generator reads them, tests find them again in what it made.
 * `README.md` beside it says the same in tables. Days are local days of the workspace.
 */

/** How much is made. Tests make less. */
export type DemoSize = { people: number; contacts: number }

export const fullSize: DemoSize = { people: 5_000, contacts: 20_000 }

/** The demo ends where the day it is loaded on begins, and goes back so many months. */
export const months = 13

/** The seven key behaviors, then what is no key behavior. `rate` is a mean per active day of an average person. */
export const behaviors = [
  { key: 'opened', event: 'App Opened', rate: 0.5, spread: 0, retention: 0.25, habitual: false },
  { key: 'report', event: 'Report Run', rate: 0.5, spread: 0.7, retention: 0.5, habitual: true },
  { key: 'shared', event: 'Dashboard Shared', rate: 0.1, spread: 0.9, retention: 0.9, habitual: true },
  { key: 'commented', event: 'Comment Added', rate: 0.32, spread: 0.8, retention: 0.3, habitual: true },
  { key: 'invited', event: 'Invite Sent', rate: 0.035, spread: 0.8, retention: 0.4, habitual: false },
  { key: 'exported', event: 'Data Exported', rate: 0.12, spread: 0.7, retention: 0, habitual: true },
  { key: 'connected', event: 'Source Connected', rate: 0.006, spread: 0.4, retention: 0.6, habitual: false },
  { key: 'viewed', event: 'Page Viewed', rate: 1.1, spread: 0.3, retention: 0, habitual: false },
  { key: 'settings', event: 'Settings Changed', rate: 0.05, spread: 0.5, retention: 0, habitual: false },
  { key: 'help', event: 'Help Article Read', rate: 0.08, spread: 0.5, retention: 0, habitual: false },
] as const

export type BehaviorKey = (typeof behaviors)[number]['key']

/** Where a behavior stands among them. */
export const behaviorIndex = (wanted: BehaviorKey) => behaviors.findIndex(({ key }) => key === wanted)

/**
 * Whether somebody stays is decided every 30 days of tenure: logit of staying = base + Σ retention · log(1 + times in
 * the 30 days before), where "opened" counts days. Whoever leaves never does anything again.
 */
export const retention = {
  everyDays: 30,
  base: 0.8,
  /** Added at the first decision. */
  first: -0.6,
  /** Added within 30 days after the price change. */
  afterPriceChange: -0.9,
}

/**
 * Who was there when the demo begins, with a `createdAt` up to two years before. Some are only seen within the first
 * days, so that the first weeks have as many people who have just gone as any other.
 */
export const alreadyThere = { share: 0.3, mostDays: 730, going: 0.12, goneBy: 7 }

/** Sign-ups a day grow in a line to so many times those of the first day. */
export const signUpGrowth = 2.4

/** Shares of an average day, Monday first. */
export const weekdayRhythm = {
  activity: [1, 1.06, 1.05, 1.02, 0.9, 0.22, 0.2],
  signUps: [1.2, 1.15, 1.1, 1.05, 0.9, 0.3, 0.3],
}

/** Habitual behaviors begin at `from` of somebody's own rate and reach it after `days`. */
export const newcomers = { from: 0.4, days: 30, connectsWithin: 14, connectsShare: 0.45 }

/** A Monday: from then on everybody runs more reports, adopters many more. */
export const launch = { name: 'Reports launch', weeksBeforeEnd: 3, lift: 1.4, adopters: 0.1, adoptersLift: 4 }

/** A Monday: activity falls to `dip` of what it was and recovers in a line over `days`. */
export const priceChange = { name: 'Price change', weeksBeforeEnd: 17, dip: 0.72, days: 42, pricingViews: 3 }

/** The reference of the model: a Monday between the two. */
export const reference = { weeksBeforeEnd: 7 }

/** People of one industry lose so much of their activity every week, for so many weeks until the end. */
export const decline = { industry: 'Retail', share: 0.12, weeklyLoss: 0.025, weeks: 26 }

/**
 * Upgrades (`outcome:upgrade`): whoever was at or above `percentile` of the raw score on every Monday of `months`
 * calendar months in a row upgrades in the month after with probability `sustained`, anybody else with `other`.
 */
export const upgrade = { percentile: 70, months: 2, sustained: 0.12, other: 0.004 }

/** Weeks away from work, per person and year, and how long one is, in days. */
export const breaks = { perYear: 1.2, shortest: 8, longest: 24 }

/** Odd ones, at full size; a smaller demo has fewer of each, but at least two. */
export const oddities = {
  /** Staff: heavy users at a domain that the model excludes. */
  staff: { people: 12, domain: 'staff.example.com' },
  /** Trait `consent: false`. */
  consentRefused: 9,
  /** Began under another user id, joined by an alias after so many days. */
  aliased: { people: 25, afterDays: 40 },
  /** Anonymous visits before the sign-up, joined by the identify call. */
  visitors: 300,
  /** Browsers that two people use: the first one keeps it. */
  sharedBrowsers: 6,
  /** Pairs of users that claim one e-mail. */
  emailConflicts: 4,
  /** People whose reports and openings of the last days come in after everything was scored. */
  late: { people: 60, days: 20 },
}

/** Weekly newsletters, on Tuesdays (Monday is 0) at nine. */
export const newsletters = { issues: 20, weekday: 1, hour: 9, list: 'newsletter', invites: 'ambassadors' }

/** Share of the contacts who use the product as well, by e-mail. */
export const overlap = 0.13

/** Share of the contacts who were subscribed before the first issue. */
export const subscribedBefore = 0.65

/**
 * Kinds of contacts. `read` is the chance to read a newsletter, `click` to click in one that was read; `reply`,
 * `forward`, `invite` and `profile` per newsletter read; `unsubscribe` and `complaint` per newsletter delivered.
 */
export const personas = [
  {
    key: 'fan',
    share: 0.06,
    read: 0.92,
    click: 0.45,
    reply: 0.03,
    forward: 0.04,
    invite: 0.02,
    profile: 0.02,
  },
  { key: 'reader', share: 0.22, read: 0.6, click: 0.14, reply: 0.004, forward: 0.006, profile: 0.005 },
  { key: 'skimmer', share: 0.3, read: 0.25, click: 0.05, unsubscribe: 0.002 },
  { key: 'fading', share: 0.09, read: 0.7, click: 0.12, halfLifeIssues: 5, unsubscribe: 0.004 },
  { key: 'dormant', share: 0.25, read: 0.02, click: 0.02, unsubscribe: 0.003, complaint: 0.0003 },
  { key: 'bouncing', share: 0.05, read: 0.3, click: 0.05, bounce: 0.25, hardShare: 0.35 },
  { key: 'annoyed', share: 0.03, read: 0.15, click: 0.01, unsubscribe: 0.03, complaint: 0.02 },
] as const satisfies readonly Persona[]

export type Persona = {
  key: string
  share: number
  read: number
  click: number
  reply?: number
  forward?: number
  invite?: number
  profile?: number
  unsubscribe?: number
  complaint?: number
  /** The chance to read halves with every so many issues. */
  halfLifeIssues?: number
  /** Chance of a bounce per newsletter, and how many of them are hard: the last thing that is sent. */
  bounce?: number
  hardShare?: number
}

/** Contacts behind a privacy proxy: most of what they get is opened by a machine within seconds. */
export const machineOpens = { share: 0.12, chance: 0.9 }
