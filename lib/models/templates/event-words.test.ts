import { expect, test } from 'vitest'
import { eventWords } from './event-words'

const meanings = (name: string) => eventWords(name).map(({ meaning }) => meaning)

test('one event has one meaning, however its name is written', () => {
  const ways = [
    'Task Created',
    'task_created',
    'taskCreated',
    'created-task',
    'User Created a Task',
    'TASK ADDED',
  ]
  for (const name of ways) expect(meanings(name).sort(), name).toEqual(['creat', 'task'])
})

test.each([
  ['Signed In', ['login']],
  ['userLoggedIn', ['login']],
  ['add_to_cart', ['creat', 'cart']],
  ['$pageview', ['pag', 'view']],
  ['HTTPRequestSent', ['http', 'request', 'send']],
  ['search_click_result_1', ['search', 'result']],
  ['Product Clicked', ['product', 'view']],
  ['Clicked create task button', ['creat', 'task']],
  ['Invoice paid', ['invoic', 'pay']],
  ['Größe geändert', ['größ', 'geändert']],
  ['the', ['the']],
  ['', []],
  ['***', []],
])('%s means %j', (name, words) => expect(meanings(name)).toEqual(words))
