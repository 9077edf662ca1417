import { expect, test } from 'vitest'
import { contactsFileHref, listHref } from './list-href'

test('the list is addressed by what is narrowed, and by the model where one is named', () => {
  expect(listHref('acme')).toBe('/w/acme/contacts/list')
  expect(listHref('acme', { list: 'loyal', sort: 'score' })).toBe('/w/acme/contacts/list?list=loyal')
  expect(listHref('acme', { stars: '4,5' }, 'm-1')).toBe('/w/acme/contacts/list?stars=4%2C5&model=m-1')
})

test('the file is of the same contacts', () => {
  expect(contactsFileHref('acme', { search: 'ada', sort: 'email', order: 'desc' }, 'm-1')).toBe(
    '/api/exports/contacts?workspace=acme&model=m-1&search=ada',
  )
})
