import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { packagesAreInstalled } from './installed-packages.mjs'

let root: string
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'gravitas-packages-'))
  mkdirSync(path.join(root, 'node_modules'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const write = (file: string, packages: object) =>
  writeFileSync(path.join(root, file), JSON.stringify({ packages }))
const wanted = {
  '': { name: 'x' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/a-darwin': { version: '1.0.0', optional: true },
}

test('what somebody installed by hand is accepted; packages of other platforms may be missing', () => {
  write('package-lock.json', wanted)
  write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } })
  expect(packagesAreInstalled(root)).toBe(true)
})

test('another version, a missing package or an unfinished installation is not', () => {
  write('package-lock.json', wanted)
  expect(packagesAreInstalled(root)).toBe(false)
  write('node_modules/.package-lock.json', {})
  expect(packagesAreInstalled(root)).toBe(false)
  write('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.1' } })
  expect(packagesAreInstalled(root)).toBe(false)
})
