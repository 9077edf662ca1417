import { randomUUID } from 'node:crypto'
import { test } from 'vitest'
import { POST } from '@/app/v1/[...call]/route'
import { newWorkspace } from './testing'

const send = async (key: string, path: string, body: object) => {
  const response = await POST(
    new Request(`http://localhost/v1/${path}`, { method: 'POST', headers: { 'x-write-key': key }, body: JSON.stringify(body) }),
    { params: Promise.resolve({ call: [path] }) },
  )
  if (response.status !== 200) throw new Error(String(response.status) + await response.text())
}
const track = (user: string, anonymous?: string) => ({ type: 'track', messageId: randomUUID(), userId: user, anonymousId: anonymous, event: `Event ${Math.floor(Math.random() * 20)}`, timestamp: new Date(Date.now() - Math.random() * 3e9).toISOString(), properties: { a: 1, b: 'hello world', path: '/x/y/z' }, context: { library: { name: 'n', version: '1' } } })
const q = (a: number[], p: number) => a.sort((x, y) => x - y)[Math.floor(a.length * p)]?.toFixed(1)

test('bench', async () => {
  const { key } = await newWorkspace()
  for (const anonymous of [false, true]) {
    await send(key, 'track', track('warm'))
    const single: number[] = []
    for (let i = 0; i < 60; i++) { const t = performance.now(); await send(key, 'track', track(`u${i}`, anonymous ? randomUUID() : undefined)); single.push(performance.now() - t) }
    console.log(`single track, new person each${anonymous ? ' with new anonymous id' : ''}: p50 ${q(single, 0.5)} p95 ${q(single, 0.95)} ms`)
    const times: number[] = []
    const start = performance.now()
    await Promise.all(Array.from({ length: 20 }, async () => {
      for (let i = 0; i < 25; i++) {
        const batch = Array.from({ length: 100 }, () => { const u = Math.floor(Math.random() * 20000); return track(`u${u}`, anonymous ? `a${u}` : undefined) })
        const t = performance.now()
        await send(key, 'batch', { batch })
        times.push(performance.now() - t)
      }
    }))
    const s = (performance.now() - start) / 1000
    console.log(`20 senders × 25 × 100${anonymous ? ' with anonymous ids' : ''}: ${Math.round(50000 / s)} events/s, p50 ${q(times, 0.5)} p95 ${q(times, 0.95)} ms`)
  }
  const one: number[] = []
  for (let i = 0; i < 60; i++) { const t = performance.now(); await send(key, 'track', track('same')); one.push(performance.now() - t) }
  console.log(`single track, known person: p50 ${q(one, 0.5)} p95 ${q(one, 0.95)} ms`)
}, 300000)
