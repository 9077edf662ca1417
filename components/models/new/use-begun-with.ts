'use client'
import { useSearchParams } from 'next/navigation'
import { templateOf } from '@/lib/models/templates/templates'

export const ways = ['template', 'contact', 'json', 'blank'] as const
export type Way = (typeof ways)[number]

type BegunWith = { from: Way; template: string | null }

/** What the address says a new model begins with, and a way to change it without loading the page anew. */
export function useBegunWith(): [BegunWith, (change: Partial<BegunWith>) => void] {
  const params = useSearchParams()
  const from = ways.find((way) => way === params.get('from')) ?? 'template'
  const template = templateOf(params.get('template') ?? '')?.key ?? null
  const change = (part: Partial<BegunWith>) => {
    const next = { from, template, ...part }
    const query = new URLSearchParams({
      ...(next.from !== 'template' && { from: next.from }),
      ...(next.template && { template: next.template }),
    })
    window.history.replaceState(null, '', `${window.location.pathname}${query.size > 0 ? `?${query}` : ''}`)
  }
  return [{ from, template }, change]
}
