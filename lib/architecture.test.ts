import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '..')

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`
    if (entry.isDirectory()) return sources(name)
    return /\.(ts|tsx|mjs)$/.test(entry.name) ? [name] : []
  })
}

const files = ['app', 'components', 'lib'].flatMap(sources)

/** The modules a file imports: those of the house as paths from its root, packages by name. Types count too. */
function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), 'utf8')
  const named = [...text.matchAll(/(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]/g)]
  const bare = [...text.matchAll(/(?:^|\n)\s*import\s*\(?['"]([^'"]+)['"]/g)]
  return [...named, ...bare].map(([, name = '']) => {
    if (name.startsWith('@/')) return name.slice(2)
    return name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : `package:${name}`
  })
}

const isTest = (file: string) => /\.test\.tsx?$|\/testing[^/]*\.ts$/.test(file)
const product = files.filter((file) => !isTest(file))

/** Every import of `from` that `refused` does not want, as "file → import". */
function violations(from: RegExp, refused: (target: string, file: string) => boolean): string[] {
  return product
    .filter((file) => from.test(file))
    .flatMap((file) =>
      importsOf(file)
        .filter((target) => refused(target, file))
        .map((target) => `${file} → ${target}`),
    )
}

const features = [
  'account',
  'accounts',
  'activity',
  'contacts',
  'demo',
  'engagement',
  'events',
  'imports',
  'known-people',
  'models',
  'people',
  'sources',
  'tier-steps',
  'what-if',
  'workspaces',
]
const featureOf = (name: string) => features.find((feature) => name.startsWith(`lib/${feature}/`))

describe('the direction of imports', () => {
  test('lib imports neither components nor app', () => {
    expect(violations(/^lib\//, (target) => /^(components|app)\//.test(target))).toEqual([])
  })

  test('components do not import app', () => {
    expect(violations(/^components\//, (target) => target.startsWith('app/'))).toEqual([])
  })

  test('the pure core imports only itself and zod', () => {
    const own = (target: string) => target.startsWith('lib/scoring/') || target === 'package:zod'
    expect(violations(/^lib\/scoring\//, (target) => !own(target))).toEqual([])
  })

  test('the foundations import no feature', () => {
    const foundation = /^lib\/(server|warehouse|auth|format)\//
    expect(
      violations(foundation, (target) => Boolean(featureOf(target)) || target.startsWith('lib/api/')),
    ).toEqual([])
  })

  test('features other than the job registry know nothing of the API table', () => {
    const feature = new RegExp(`^lib/(${features.join('|')})/`)
    expect(violations(feature, (target) => /^lib\/api\/(?!read|json-of|shapes)/.test(target))).toEqual([])
  })

  test('only ingest writes events, and nothing else is written row by row but ratings', () => {
    const writers = product.filter(
      (file) =>
        !/^lib\/(ingest|contacts\/current)\//.test(file) &&
        importsOf(file).some((target) => target === 'lib/warehouse/insert-rows'),
    )
    expect(writers).toEqual([])
  })

  test('Prisma is used by data functions, auth, the server and the processes, and by nothing else', () => {
    const may =
      /^lib\/(server|auth|jobs)\/|\/data\.ts$|-data\.ts$|^lib\/(ingest|sources\/find-write-key|workspaces\/(set-up|first-start))/
    const pages = /^app\/\(public\)\//
    const users = product.filter(
      (file) =>
        !may.test(file) && !pages.test(file) && importsOf(file).some((target) => target === 'lib/server/db'),
    )
    expect(users).toEqual([])
  })

  test('the list of operations knows every feature that has some', () => {
    const known = importsOf('lib/api/operations.ts')
    const forgotten = product.filter(
      (file) => /^lib\/[^/]+\/operations\.ts$/.test(file) && !file.startsWith('lib/api/'),
    )
    expect(forgotten.filter((file) => !known.includes(file.replace(/\.ts$/, '')))).toEqual([])
    expect(forgotten.length).toBeGreaterThan(5)
  })

  test('no file imports itself by a circle inside lib/scoring', () => {
    const graph = new Map(
      product
        .filter((file) => file.startsWith('lib/scoring/'))
        .map((file) => [
          file.replace(/\.ts$/, ''),
          importsOf(file).filter((target) => target.startsWith('lib/scoring/')),
        ]),
    )
    const circles: string[] = []
    const walk = (file: string, trail: readonly string[]): void => {
      if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '))
      else for (const next of graph.get(file) ?? []) walk(next, [...trail, file])
    }
    for (const file of graph.keys()) walk(file, [])
    expect(circles).toEqual([])
  })
})

describe('the pure core', () => {
  test('reads no clock and draws no random number', () => {
    const impure = product.filter(
      (file) =>
        file.startsWith('lib/scoring/') &&
        /\bDate\.now\(|\bnew Date\(\)|Math\.random\(|\bprocess\.|\bfetch\(/.test(
          readFileSync(path.join(root, file), 'utf8'),
        ),
    )
    expect(impure).toEqual([])
  })
})

describe('names', () => {
  test('no file is a drawer for everything', () => {
    const drawers = /\/(utils?|helpers?|common|types|index|misc)\.(ts|tsx|mjs)$/
    expect(files.filter((file) => drawers.test(file))).toEqual([])
  })

  test('files are named in kebab-case', () => {
    const own = /^(\.?[a-z0-9]+(-[a-z0-9]+)*(\.(db|properties))?(\.test)?\.(ts|tsx|mjs)|\[.*)$/
    expect(files.filter((file) => !own.test(path.basename(file)))).toEqual([])
  })
})

describe('the documents', () => {
  test.each(['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'DECISIONS.md', 'lib/scoring/README.md'])(
    'every path named in %s exists',
    (document) => {
      const text = readFileSync(path.join(root, document), 'utf8')
      const named = [
        ...text.matchAll(/`((?:app|components|lib|prisma|e2e|bench|scripts|public)\/[^`\s{}<>*]*)`/g),
      ]
      const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link = '']) =>
        path.posix.join(path.posix.dirname(document), link),
      )
      const missing = [...named.map(([, name = '']) => name), ...links].filter(
        (name) => !existsSync(path.join(root, name)),
      )
      expect(missing).toEqual([])
    },
  )
})
