import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keptSecret, makeDataDirectory, wipeDataDirectory } from './data-directory.mjs'

let root: string
const at = (...parts: string[]) => path.join(root, ...parts)
beforeEach(() => (root = mkdtempSync(path.join(tmpdir(), 'gravitas-data-'))))
afterEach(() => rmSync(root, { recursive: true, force: true }))

test('a folder that Gravitas made can be wiped; locks and inner data folders stay', () => {
  makeDataDirectory(at('a/b'))
  makeDataDirectory(at('a/b/e2e'))
  writeFileSync(at('a/b/start.lock'), '{}')
  writeFileSync(at('a/b/secret'), 'x')
  wipeDataDirectory(at('a/b'))
  expect(readdirSync(at('a/b')).sort()).toEqual(['.gravitas-data', 'e2e', 'start.lock'])
})

test('an empty folder that was there becomes ours', () => {
  makeDataDirectory(root)
  expect(() => wipeDataDirectory(root)).not.toThrow()
})

test('a folder with files of somebody else is used, but never wiped', () => {
  writeFileSync(at('letters.txt'), 'mine')
  makeDataDirectory(root)
  expect(() => wipeDataDirectory(root)).toThrow('was not made by Gravitas')
  expect(existsSync(at('letters.txt'))).toBe(true)
})

test('a folder that cannot be made is told with the name of the setting', () => {
  writeFileSync(at('file'), '')
  expect(() => makeDataDirectory(at('file/inside'))).toThrow('set DATA_DIR to a folder you may write to')
  expect(() => makeDataDirectory('/proc/gravitas')).toThrow('cannot be used')
})

test('the secret is made once', () => {
  const secret = keptSecret(root)
  expect(secret.length).toBeGreaterThan(40)
  expect(keptSecret(root)).toBe(secret)
})
