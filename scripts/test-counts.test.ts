import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import {
  addCounts,
  closingLine,
  noCounts,
  playwrightCounts,
  readReport,
  vitestCounts,
} from './test-counts.mjs'

const counts = (passed: number, failed: number, skipped: number) => ({ passed, failed, skipped })

test('the closing line names skipped tests only when there are some', () => {
  expect(closingLine(addCounts(counts(2, 0, 0), counts(3, 1, 0)))).toBe('5 passed, 1 failed')
  expect(closingLine(counts(5, 0, 2))).toBe('5 passed, 0 failed, 2 skipped')
})

test('a test file that cannot be loaded counts as one failed test', () => {
  const report = {
    numPassedTests: 4,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
    testResults: [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ],
  }
  expect(vitestCounts(report)).toEqual(counts(4, 2, 2))
})

test('a journey that passed when repeated counts as passed', () => {
  expect(playwrightCounts({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 2 } })).toEqual(
    counts(4, 1, 2),
  )
})

test('a tool that failed counts a failure, with and without a report', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'gravitas-report-'))
  const file = path.join(dir, 'report.json')
  expect(readReport(file, true, () => noCounts())).toEqual(counts(0, 1, 0))
  writeFileSync(file, '{}')
  expect(readReport(file, true, () => counts(7, 0, 0))).toEqual(counts(7, 1, 0))
  expect(readReport(file, true, () => counts(7, 2, 0))).toEqual(counts(7, 2, 0))
  expect(readReport(file, false, () => counts(7, 0, 1))).toEqual(counts(7, 0, 1))
  rmSync(dir, { recursive: true, force: true })
})
