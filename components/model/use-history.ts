'use client'
import { useCallback, useRef, useState } from 'react'

/** Changes that follow each other within so many milliseconds are undone together: a drag is one. */
const TOGETHER_MS = 700
const MOST_STEPS = 100

type Steps<Value> = { past: readonly Value[]; now: Value; future: readonly Value[] }

/** A value with undo and redo. */
export function useHistory<Value>(first: Value) {
  const [steps, setSteps] = useState<Steps<Value>>({ past: [], now: first, future: [] })
  const lastChange = useRef(0)

  const change = useCallback((update: (value: Value) => Value) => {
    const at = Date.now()
    const together = at - lastChange.current < TOGETHER_MS
    lastChange.current = at
    setSteps(({ past, now }) => {
      const next = update(now)
      if (Object.is(next, now)) return { past, now, future: [] }
      const kept = together && past.length > 0 ? past : [...past, now].slice(-MOST_STEPS)
      return { past: kept, now: next, future: [] }
    })
  }, [])
  const undo = useCallback(() => {
    lastChange.current = 0
    setSteps((steps) => {
      const before = steps.past.at(-1)
      if (before === undefined) return steps
      return { past: steps.past.slice(0, -1), now: before, future: [steps.now, ...steps.future] }
    })
  }, [])
  const redo = useCallback(() => {
    lastChange.current = 0
    setSteps((steps) => {
      const [after, ...future] = steps.future
      if (after === undefined) return steps
      return { past: [...steps.past, steps.now], now: after, future }
    })
  }, [])
  const replace = useCallback((now: Value) => setSteps({ past: [], now, future: [] }), [])

  return {
    value: steps.now,
    change,
    replace,
    undo: steps.past.length > 0 ? undo : null,
    redo: steps.future.length > 0 ? redo : null,
  }
}
