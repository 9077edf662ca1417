import { expect, test, vi } from 'vitest'
import { supervised } from './supervise.mjs'

/** A service whose every start is noted, and which can be made to fail. */
function service() {
  const starts: { fail: (reason: string) => void; stopped: boolean }[] = []
  const lines: string[] = []
  let refuse = 0
  const launch = async () => {
    if (refuse-- > 0) throw new Error('Not yet.')
    let fail: (reason: string) => void = () => {}
    const gone = new Promise<string>((resolve) => (fail = resolve))
    const start = { fail, stopped: false }
    starts.push(start)
    return {
      gone,
      stop: async () => {
        start.stopped = true
        fail('asked')
      },
    }
  }
  const running = supervised('web', launch, (line) => void lines.push(line))
  return { running, starts, lines, refuseNext: (times: number) => (refuse = times) }
}

test('a service that is gone is started again, and says so', async () => {
  const { running, starts, lines } = service()
  await running.start()
  running.keep()
  starts[0]?.fail('SIGKILL')
  await vi.waitFor(() =>
    expect(lines).toEqual(['web is gone (SIGKILL); starting it again.', 'web runs again.']),
  )
  expect(starts).toHaveLength(2)
  await running.stop()
  expect(starts[1]?.stopped).toBe(true)
})

test('a start that fails is repeated after a longer pause', async () => {
  const { running, starts, lines, refuseNext } = service()
  await running.start()
  running.keep()
  refuseNext(1)
  starts[0]?.fail('exit code 1')
  await vi.waitFor(() => expect(lines.at(-1)).toBe('web runs again.'), 3000)
  expect(lines[1]).toBe('web does not start: Not yet. Next attempt in 0.5 s.')
  await running.stop()
})

test('before it is kept, and after it was stopped, nothing starts it again', async () => {
  const { running, starts, lines } = service()
  await running.start()
  starts[0]?.fail('SIGKILL')
  await running.stop()
  running.keep()
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(starts).toHaveLength(1)
  expect(lines).toEqual([])
})

test('a stop during the pause ends the attempts', async () => {
  const { running, starts } = service()
  await running.start()
  running.keep()
  starts[0]?.fail('SIGKILL')
  await new Promise((resolve) => setTimeout(resolve, 50))
  await running.stop()
  await new Promise((resolve) => setTimeout(resolve, 400))
  expect(starts).toHaveLength(1)
})

test('a first start that fails is an error of the caller', async () => {
  const { running, refuseNext } = service()
  refuseNext(1)
  await expect(running.start()).rejects.toThrow('Not yet.')
  await running.stop()
})
