import { describe, expect, it } from 'vitest'
import { addressOf, isNarrowed, viewOf } from './view'

const view = (query: string) => viewOf(new URLSearchParams(query))

describe('the address of the people page', () => {
  it('holds filters and order', () => {
    expect(view('search=ada&tier=power&state=dormant&sort=raw&order=asc')).toEqual({
      search: 'ada',
      tier: 'power',
      state: 'dormant',
      sort: 'raw',
      order: 'asc',
    })
  })
  it('ignores what makes no sense', () => {
    expect(view('sort=shoe-size&order=up&state=happy&limit=9&search=')).toEqual({})
  })
  it('leaves out what is usual, and comes back as it was', () => {
    expect(addressOf({})).toBe('')
    expect(addressOf({ sort: 'score', order: 'desc', state: 'all' })).toBe('')
    expect(addressOf({ sort: 'person', order: 'asc' })).toBe('?sort=person')
    const unusual = { search: 'a & b', tier: 'at-risk', sort: 'person', order: 'desc' } as const
    expect(view(addressOf(unusual))).toEqual(unusual)
  })
  it('narrows by filters, not by order', () => {
    expect(isNarrowed({ sort: 'raw', state: 'all' })).toBe(false)
    expect(isNarrowed({ stage: 'new' })).toBe(true)
  })
})
