import { createReadStream } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { previewFile } from './preview'
import { dataFile, haveData, streamOf, withData } from './testing-data'

const now = new Date('2026-01-01T00:00:00Z')

describe('previewFile', () => {
  it('shows the first rows, the columns and what is in the way', async () => {
    const rows = Array.from({ length: 30 }, (_, i) => `${i},${i % 2 ? 'a' : ''},2014-05-01 10:00`).join('\n')
    const preview = await previewFile(streamOf(`uid,name,when\n${rows}\nragged`), now)
    expect(preview.rows.length).toBe(20)
    expect(preview.columns[1]).toEqual({ name: 'name', samples: ['a'], filled: 0.5 })
    expect(preview.needs).toEqual({ year: false, timeZone: true, dateOrder: false })
    expect(preview.problems.map(({ code }) => code)).toContain('ragged_row')
  })

  it('suggests accounts, people and outcomes by their columns', async () => {
    const kindOf = async (text: string) => (await previewFile(streamOf(text), now)).suggestedKind
    expect(await kindOf('account_id,plan\na,x\nb,y\n')).toBe('accounts')
    expect(await kindOf('email,first_name\na@b.io,Ann\nc@d.io,Bo\n')).toBe('people')
    expect(await kindOf('user_id,outcome,date\n1,churned,2014-05-01\n')).toBe('outcomes')
    expect(await kindOf('email,status,time\na@b.io,opened,2014-05-01T10:00:00Z\n')).toBe('contact-actions')
  })

  it('asks for the order of day and month when no date proves it', async () => {
    const preview = await previewFile(streamOf('user_id,event,date\n1,x,05/01/2014 10:00\n'), now)
    expect(preview.needs).toEqual({ year: false, timeZone: true, dateOrder: true })
  })

  it('guesses no person from a column that is mostly blank', async () => {
    const rows = ['-', '-', '7', 'null', '']
      .map((user, i) => `${user},c${i},x,2014-05-01T10:00:00Z`)
      .join('\n')
    const { guesses } = await previewFile(streamOf(`user_id,customer,event,ts\n${rows}\n`), now)
    expect(guesses.events?.person).toBe('customer')
  })

  it('tells of a file with a header alone', async () => {
    const { rows, problems } = await previewFile(streamOf('a,b\n'), now)
    expect([rows, problems.map(({ code }) => code)]).toEqual([[], ['no_rows']])
  })
})

const guess = async (name: string) => {
  const { suggestedKind, guesses, needs } = await previewFile(createReadStream(dataFile(name)), now)
  return {
    kind: suggestedKind,
    ...guesses[suggestedKind],
    needs: Object.entries(needs).flatMap(([k, v]) => (v ? k : [])),
  }
}

describe.skipIf(!haveData)(withData('previewFile on real files'), { timeout: 60_000 }, () => {
  it('guesses logs of events', async () => {
    const needs: string[] = []
    const log = { kind: 'events', person: 'user_id', event: 'event', timestamp: 'ts', needs }
    expect(await guess('relax/events.csv')).toEqual({ ...log, properties: [] })
    expect(await guess('sparkify/events.csv')).toEqual({ ...log, properties: ['level', 'session'] })
    expect(await guess('online-retail/events.csv')).toEqual({
      ...{ ...log, properties: ['InvoiceNo', 'lines', 'items', 'value'] },
    })
    expect(await guess('git-symfony/events.csv')).toEqual({
      ...{ ...log, timestamp: 'timestamp', eventId: 'message_id', properties: ['files'] },
    })
    expect(await guess('sparkify/2018-11-15-events.json')).toEqual({
      ...log,
      person: 'userId',
      event: 'page',
    })
  })

  it('guesses the user of a log whose "Affected user" is always "-", and asks for year and zone', async () => {
    expect(await guess('moodle/Course_Activity_Obfuscated.csv')).toMatchObject({
      ...{ kind: 'events', person: 'User full name', event: 'Event name', timestamp: 'Time' },
      needs: ['year', 'timeZone'],
    })
  })

  it('guesses people with their organisation, and when they began', async () => {
    expect(await guess('relax/users.csv')).toMatchObject({
      ...{
        kind: 'people',
        person: 'object_id',
        account: 'org_id',
        createdAt: 'creation_time',
        dateOrder: 'day-first',
      },
      needs: ['timeZone'],
    })
  })

  it('guesses contact actions and what their words mean', async () => {
    expect(await guess('yammer/contact_events.csv')).toMatchObject({
      ...{ kind: 'contact-actions', email: 'recipient', action: 'event', timestamp: 'timestamp' },
      ...{ messageId: 'message_id', campaignId: 'campaign' },
      actions: { delivered: 'delivered', opened: 'read', clicked: 'click' },
    })
  })
})
