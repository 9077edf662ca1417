import { formatDay, formatInstant } from '@/lib/format/instant'
import { plural } from '@/lib/format/plural'

type Subject = Readonly<Record<string, unknown>>

/** The model that is told about, and the zone of its workspace. */
type About = { modelId: string; kind: string; zone: string }

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
const version = ({ version }: Subject): string => (typeof version === 'number' ? `v${version}` : 'a version')
const noted = ({ note }: Subject): string => (textOf(note) ? `: ${textOf(note)}` : '')

/** A day as it was asked for, or an instant in the zone of the workspace. */
const when = (asked: string, zone: string): string =>
  asked.includes('T') ? formatInstant(asked, zone) : formatDay(asked)

function runsInWords({ runs, version: under, asOf, every }: Subject, { kind, zone }: About): string {
  if (kind === 'contact') return 'Rated all contacts again'
  const count = typeof runs === 'number' ? runs : 1
  const by = typeof under === 'number' ? ` under v${under}` : ''
  if (typeof every === 'string') return `Scored ${plural(count, every)}${by}`
  return `Scored everybody${typeof asOf === 'string' ? ` as of ${when(asOf, zone)}` : ''}${by}`
}

const inWords: Record<string, (subject: Subject, about: About) => string> = {
  'models.create': ({ name }) => `Made the model “${textOf(name)}”`,
  'models.make-starter': () => 'Made it as a starter model, and published v1',
  'drafts.put': () => 'Changed the draft',
  'drafts.discard': () => 'Discarded the draft: it is what is live again',
  'models.publish': (subject) => `Published ${version(subject)}${noted(subject)}`,
  'models.roll-back': (subject) =>
    `Rolled back to v${String(subject.to)}, published as ${version(subject)}${noted(subject)}`,
  'models.duplicate': (subject, { modelId }) =>
    subject.source === modelId
      ? `Duplicated as “${textOf(subject.name)}”`
      : 'Made as a copy of another model',
  'models.archive': () => 'Archived the model',
  'models.restore': () => 'Restored the model',
  'runs.start': runsInWords,
  'contacts.make-usual-model': () => 'Made it as the usual contact model, and published v1',
  'exports.contacts': () => 'Exported contacts',
  'exports.star-changes': () => 'Exported whose stars the draft changes',
  'models.restate': (subject) => `Restated the past year under ${subject.version ? version(subject) : 'the live version'}`, // prettier-ignore
  'exports.at-risk': ({ tier }) => `Exported the people in “${textOf(tier)}”`,
  'exports.what-if': () => 'Exported who changes tier under the draft',
}

const known = /^known-people\./

/** What an entry of the audit says of a model. An operation without words of its own is named. */
export function auditInWords(operation: string, subject: unknown, about: About): string {
  const written = typeof subject === 'object' && subject !== null ? (subject as Subject) : {}
  if (known.test(operation)) return 'Changed the known people'
  return inWords[operation]?.(written, about) ?? operation
}
