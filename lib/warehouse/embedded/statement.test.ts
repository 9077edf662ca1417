import { describe, expect, test } from 'vitest'
import { parseStatement } from './statement.mjs'

const text = (sql: string) =>
  parseStatement(sql, 'TabSeparated').text('/*m*/', "'p'").replace(/\s+/g, ' ').trim()

describe('a statement that answers with rows', () => {
  test.each([
    ['SELECT 1', "SELECT 1 /*m*/ INTO OUTFILE 'p' TRUNCATE FORMAT TabSeparated"],
    ['SELECT 1\nFORMAT JSON', "SELECT 1 /*m*/ INTO OUTFILE 'p' TRUNCATE FORMAT JSON"],
    ['select 1 format JSON;', "select 1 /*m*/ INTO OUTFILE 'p' TRUNCATE format JSON;"],
    [
      'SELECT 1 FORMAT JSON SETTINGS a = 1',
      "SELECT 1 /*m*/ INTO OUTFILE 'p' TRUNCATE FORMAT JSON SETTINGS a = 1",
    ],
    [
      '(SELECT 1) UNION ALL (SELECT 2)',
      "(SELECT 1) UNION ALL (SELECT 2) /*m*/ INTO OUTFILE 'p' TRUNCATE FORMAT TabSeparated",
    ],
    ["SELECT 'x FORMAT JSON'", "SELECT 'x FORMAT JSON' /*m*/ INTO OUTFILE 'p' TRUNCATE FORMAT TabSeparated"],
    [
      'SELECT format FROM t ORDER BY format DESC',
      "SELECT format FROM t ORDER BY format DESC /*m*/ INTO OUTFILE 'p' TRUNCATE FORMAT TabSeparated",
    ],
    [
      'SELECT * FROM (SELECT 1 FORMAT x)',
      "SELECT * FROM (SELECT 1 FORMAT x) /*m*/ INTO OUTFILE 'p' TRUNCATE FORMAT TabSeparated",
    ],
  ])('%s writes into the pipe, before its format', (sql, expected) => {
    expect(text(sql)).toBe(expected)
  })

  test('a comment at the end does not hide the clause that is added', () => {
    expect(parseStatement('SELECT 1 -- one', 'CSV').text('/*m*/', "'p'")).toBe(
      "SELECT 1 /*m*/ INTO OUTFILE 'p' TRUNCATE FORMAT CSV -- one",
    )
  })

  test.each([
    '/* SELECT */ WITH 1 AS a SELECT a',
    '-- x\nSHOW TABLES',
    'DESCRIBE t',
    'EXPLAIN SELECT 1',
    'EXISTS t',
  ])('%s is one', (sql) => expect(parseStatement(sql, 'TSV').kind).toBe('read'))
})

describe('an insert', () => {
  test.each([
    ['INSERT INTO t FORMAT CSV', "INSERT INTO t /*m*/ FROM INFILE 'p' FORMAT CSV"],
    [
      'INSERT INTO d.t (a, format) FORMAT CSV',
      "INSERT INTO d.t (a, format) /*m*/ FROM INFILE 'p' FORMAT CSV",
    ],
    [
      'INSERT INTO t SETTINGS a = 1 FORMAT CSV',
      "INSERT INTO t /*m*/ FROM INFILE 'p' SETTINGS a = 1 FORMAT CSV",
    ],
    ['INSERT INTO t (a) VALUES (1)', "INSERT INTO t (a) /*m*/ FROM INFILE 'p' FORMAT Values"],
    ['INSERT INTO format FORMAT CSV', "INSERT INTO format /*m*/ FROM INFILE 'p' FORMAT CSV"],
    ['INSERT INTO values VALUES (1)', "INSERT INTO values /*m*/ FROM INFILE 'p' FORMAT Values"],
  ])('%s reads its rows from the pipe', (sql, expected) => expect(text(sql)).toBe(expected))

  test.each([
    ["INSERT INTO t VALUES (1, 'a;b')", " (1, 'a;b')"],
    ['INSERT INTO t FORMAT JSONEachRow {"a": "it\'s; FORMAT X"}', '{"a": "it\'s; FORMAT X"}'],
    ['INSERT INTO t FORMAT TSV\n a\tb\n', ' a\tb\n'],
    ['INSERT INTO t FORMAT TSV', ''],
  ])('the rows in %s begin after the format', (sql, rows) => {
    const statement = parseStatement(sql, 'TSV')
    if (statement.kind !== 'insert') throw new Error(statement.kind)
    expect(sql.slice(statement.dataFrom).trimStart()).toBe(rows.trimStart())
  })

  test.each([
    'INSERT INTO t SELECT 1',
    'INSERT INTO t (a) WITH 1 AS x SELECT x',
    'WITH 1 AS x INSERT INTO t SELECT x',
  ])('%s runs as it is', (sql) => expect(parseStatement(sql, 'TSV').kind).toBe('other'))
})

describe('a kill', () => {
  test.each([
    ['KILL QUERY WHERE 1', 'KILL QUERY WHERE 1 ASYNC /*m*/'],
    ['KILL QUERY WHERE 1 SYNC', 'KILL QUERY WHERE 1 ASYNC /*m*/'],
    ['KILL QUERY WHERE 1 ASYNC', 'KILL QUERY WHERE 1 ASYNC /*m*/'],
    ['KILL QUERY WHERE 1 SYNC FORMAT JSON', 'KILL QUERY WHERE 1 ASYNC FORMAT JSON /*m*/'],
    ['KILL QUERY WHERE a = 1\nFORMAT JSON', 'KILL QUERY WHERE a = 1 ASYNC FORMAT JSON /*m*/'],
    ['KILL QUERY WHERE 1 TEST', 'KILL QUERY WHERE 1 TEST /*m*/'],
  ])('%s does not wait', (sql, expected) => expect(text(sql)).toBe(expected))
})

test('several statements, an empty one, and files of the server are refused', () => {
  expect(() => parseStatement('SELECT 1; SELECT 2', 'TSV')).toThrow('Multi-statements')
  expect(() => parseStatement(' -- nothing\n', 'TSV')).toThrow('Empty query')
  expect(() => parseStatement("SELECT 1 INTO OUTFILE 'x'", 'TSV')).toThrow('INTO OUTFILE is not allowed')
  expect(() => parseStatement("INSERT INTO t FROM INFILE 'x' FORMAT CSV", 'TSV')).toThrow(
    'FROM INFILE is not allowed',
  )
  expect(() => parseStatement('SELECT 1', "TSV INTO OUTFILE 'x'")).toThrow('Unknown format')
})

test('semicolons in strings, names, comments and heredocs end nothing', () => {
  for (const sql of [
    `SELECT ';', "a;b", \`;\``,
    'SELECT 1 /* ; /* ; */ ; */',
    'SELECT $x$ ; $x$',
    "SELECT 'it\\'s;', ''';'",
    'SELECT 1 # ;',
  ])
    expect(parseStatement(sql, 'TSV').kind).toBe('read')
})

test('a literal of megabytes and an open quote are no trouble', () => {
  expect(parseStatement(`SELECT '${"\\'x''".repeat(1_000_000)}'`, 'TSV').kind).toBe('read')
  expect(parseStatement("SELECT 'open; SELECT 2", 'TSV').kind).toBe('read')
})
