import { expect, test } from 'vitest'
import { fieldProblem } from './field-problem'

test('a refusal loses the place that the field itself already tells', () => {
  expect(fieldProblem('window.days must be at least 1.')).toBe('Must be at least 1.')
  expect(fieldProblem('population.exclude.where[0].property must not be blank.')).toBe('Must not be blank.')
  expect(fieldProblem('tiers[2].key repeats the key of entry 1; keys must differ.')).toBe(
    'Repeats the key of entry 1; keys must differ.',
  )
  expect(fieldProblem('name is required.')).toBe('Is required.')
})

test('an empty number box asks for a number', () => {
  expect(fieldProblem('tiers[1].from must be a finite number.')).toBe('Enter a number.')
})

test('any other sentence stays as it is', () => {
  expect(fieldProblem('Nobody has a score at that date.')).toBe('Nobody has a score at that date.')
  expect(fieldProblem(null)).toBeNull()
})
