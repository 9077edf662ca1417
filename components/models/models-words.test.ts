import { expect, test } from 'vitest'
import { draftInWords, fileNameOf, modelsInWords } from './models-words'

const model = (version: number | null, rest: Partial<Parameters<typeof draftInWords>[0]> = {}) => ({
  name: 'Product engagement',
  kind: 'engagement',
  version,
  n: version === null ? null : 3412,
  draftDiffers: version === null ? null : false,
  draftChanges: version === null ? null : 0,
  ...rest,
})

test('one live model is told by its name and people', () => {
  expect(modelsInWords([model(7)])).toEqual({ claim: 'Product engagement v7 scores 3,412 people.', rest: '' })
  expect(modelsInWords([model(2, { name: 'News', kind: 'contact', n: 1 })]).claim).toBe(
    'News v2 gives stars to 1 contact.',
  )
  expect(modelsInWords([model(7, { n: null })]).claim).toBe('Product engagement v7 is published.')
  expect(modelsInWords([model(7, { draftDiffers: true })]).rest).toBe(' One draft waits to be published.')
})

test('several are counted, and so are the drafts that wait', () => {
  expect(modelsInWords([model(7), model(1)])).toEqual({ claim: '2 models, both live.', rest: '' })
  expect(modelsInWords([model(7), model(null), model(2, { draftDiffers: true })])).toEqual({
    claim: '3 models, 2 of them live.',
    rest: ' 2 drafts wait to be published.',
  })
  expect(modelsInWords([model(7), model(null)]).claim).toBe('2 models, one of them live.')
  expect(modelsInWords([model(null)])).toEqual({ claim: '1 model, not published yet.', rest: '' })
  expect(modelsInWords([model(null), model(null)]).claim).toBe('2 models, none of them published yet.')
})

test('a draft is told by what it changes', () => {
  expect(draftInWords(model(null))).toBe('nothing published yet')
  expect(draftInWords(model(7))).toBe('same as v7')
  expect(draftInWords(model(7, { draftDiffers: true, draftChanges: 3 }))).toBe('3 changes since v7')
  expect(draftInWords(model(7, { draftDiffers: true, draftChanges: null }))).toBe('differs from v7')
})

test('a file is called like its model', () => {
  expect(fileNameOf('Product engagement', 'v7')).toBe('product-engagement-v7.json')
  expect(fileNameOf('???', 'draft')).toBe('model-draft.json')
})
